using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A message of a chat that was led elsewhere.</summary>
/// <param name="ExternalId">What it is called there: the same at every import, unique in its chat, at most 200 UTF-16 code units.</param>
/// <param name="ParentExternalId">The message it answers, which stands before it in the list; null where it begins the chat.</param>
/// <param name="Role">On whose side it stands.</param>
/// <param name="Name">Who says it, where the export names them.</param>
/// <param name="Text">Never blank; without NUL and halves of characters.</param>
/// <param name="CreatedAt">Null where the export does not say.</param>
/// <param name="Model">The model that wrote it, where the export names it.</param>
public sealed record ImportedMessage(string ExternalId, string? ParentExternalId, ImportedRole Role, string? Name, string Text, DateTimeOffset? CreatedAt, string? Model)
{
    /// <summary>One of <see cref="MessageState"/>.</summary>
    public string State { get; init; } = MessageState.Complete;

    /// <summary>Why it broke off, in a sentence.</summary>
    public string? Trouble { get; init; }

    /// <summary>Who has the model.</summary>
    public string? Provider { get; init; }

    /// <summary>What it took; 0 where the export does not say.</summary>
    public int Tokens { get; init; }

    /// <summary>A bot spoke because another bot had.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>What it was asked to be like, as one of several directions.</summary>
    public string? Direction { get; init; }

    /// <summary>What it was given to read, as the export claims.</summary>
    public IReadOnlyList<MessageSource> Sources { get; init; } = [];
}
