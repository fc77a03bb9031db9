using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>A text that was found, ready to be shown.</summary>
/// <param name="Kind">What it is, such as <c>memo</c>.</param>
/// <param name="Id">Of what it is.</param>
public sealed record SearchHit(string Kind, Guid Id)
{
    /// <summary>Something said in a conversation.</summary>
    public const string Chat = "chat";

    /// <summary>A text that bots were given to know.</summary>
    public const string Document = "document";

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Its first line, without signs of Markdown; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The piece of the text around what was found.</summary>
    public required IReadOnlyList<TextRun> Snippet { get; init; }

    public required FoundBy FoundBy { get; init; }
    public required SearchReason Reason { get; init; }

    /// <summary>Its tags; of nested ones the whole path.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool IsArchived { get; init; }
    public bool IsPinned { get; init; }

    /// <summary>Where it opens, relative to the site.</summary>
    public string Address => Kind switch
    {
        _ when DiaryDay is { } day => $"diary/{day:yyyy-MM-dd}",
        Chat => $"chat/message/{Id}",
        Document => $"chat/documents/{Id}",
        _ => $"memos/{Id}",
    };

    /// <summary>Of a diary page, whose time is the noon of its day; null for what was written at a moment.</summary>
    public DateOnly? DiaryDay => Kind == DiaryPage.EntityName ? DateOnly.FromDateTime(WrittenAt.UtcDateTime) : null;
}
