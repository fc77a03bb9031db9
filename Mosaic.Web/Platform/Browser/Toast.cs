namespace Mosaic.Web.Platform.Browser;

/// <summary>One line about what just happened, and, where it can be taken back or followed, how.</summary>
public sealed record Toast(Guid Id, string Text, string? ActionLabel, Func<Task>? Action);
