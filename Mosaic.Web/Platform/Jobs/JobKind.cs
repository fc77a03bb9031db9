namespace Mosaic.Web.Platform.Jobs;

/// <summary>A kind of work: its name in the table, what people call it, and who does it.</summary>
public sealed record JobKind(string Name, string Title, Type Handler);
