namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A chat that was led elsewhere, as a tree.</summary>
/// <param name="ExternalId">What it is called there; where the export gives it no name, one made of its content.</param>
/// <param name="Title">On one line, at most 200 UTF-16 code units.</param>
/// <param name="CreatedAt">As the export says, or when its first message was written.</param>
/// <param name="UpdatedAt">As the export says, or when its last message was written; not before it was created.</param>
/// <param name="Messages">At least one; parents before their children, siblings in their order. Several may have no parent.</param>
/// <param name="ActiveExternalId">The last message of the branch that was open; it has no children.</param>
public sealed record ImportedChat(string ExternalId, string Title, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, IReadOnlyList<ImportedMessage> Messages, string ActiveExternalId)
{
    /// <summary>The program it is of, in a word.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Points of its tree that have names.</summary>
    public IReadOnlyList<ImportedBranch> Branches { get; init; } = [];

    /// <summary>What it is called among the chats of all programs.</summary>
    public string Key => $"{Origin}:{ExternalId}";

    /// <summary>How many ways there are through its tree.</summary>
    public int Ways => Messages.Count - Messages.Select(message => message.ParentExternalId).OfType<string>().Distinct(StringComparer.Ordinal).Count();
}
