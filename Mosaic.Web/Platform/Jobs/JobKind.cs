namespace Mosaic.Web.Platform.Jobs;

/// <summary>A kind of work: its name in the table, what people call it, and who does it.</summary>
public sealed record JobKind(string Name, string Title, Type Handler)
{
    /// <summary>It may take minutes because somebody else is slow; half of the workers leave it alone.</summary>
    public bool IsSlow { get; init; }
}
