namespace Mosaic.Data.Chat;

/// <summary>What a memory is; the database accepts no other word.</summary>
public static class MemoryKind
{
    public const string Fact = "fact";
    public const string Passage = "passage";
    public const string Summary = "summary";
}
