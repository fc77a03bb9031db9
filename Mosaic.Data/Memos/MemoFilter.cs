namespace Mosaic.Data.Memos;

/// <summary>Which memos of a person a list shows. The default is everything that is neither archived nor in the trash.</summary>
public sealed record MemoFilter
{
    /// <summary>A tag; nested ones count for their parents.</summary>
    public string? Tag { get; init; }

    /// <summary>The first instant that belongs to the list.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant that no longer does.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Part of the text, letter case ignored.</summary>
    public string? Text { get; init; }

    public bool OpenTasks { get; init; }
    public bool HasFiles { get; init; }
    public bool Untagged { get; init; }
    public MemoPlace Place { get; init; }
}
