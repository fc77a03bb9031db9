namespace Mosaic.Web.Platform.Browser;

/// <summary>A link that a person made themselves. Its address begins with a slash.</summary>
public sealed record NavigationLink(string Name, string Address);
