using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Makes rows of the messages of a chat: ids of their time, and times that keep siblings in their order.</summary>
internal static class ImportedRows
{
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    /// <summary>In the order of the chat, parents first, by what they are called there.</summary>
    public static Dictionary<string, Message> Of(ImportedChat chat, Guid userId, Guid conversationId, DateTimeOffset start)
    {
        var rows = new Dictionary<string, Message>(chat.Messages.Count, StringComparer.Ordinal);
        var youngest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var message in chat.Messages)
        {
            var above = message.ParentExternalId is { } parent ? rows[parent] : null;
            var time = message.CreatedAt is { } said ? Whole(said) : (above?.CreatedAt ?? Whole(start)) + Moment;
            // Siblings stand in the order of their times.
            if (youngest.TryGetValue(message.ParentExternalId ?? "", out var before) && time <= before) time = before + Moment;
            youngest[message.ParentExternalId ?? ""] = time;
            rows.Add(message.ExternalId, Row(message, userId, conversationId, above, time));
        }
        return rows;
    }

    /// <summary>Whether a message is longer than one may be.</summary>
    public static bool IsTooLong(ImportedMessage message) => message.Text.Length > Message.MaxContent;

    private static Message Row(ImportedMessage message, Guid userId, Guid conversationId, Message? above, DateTimeOffset time) => new()
    {
        Id = Guid.CreateVersion7(time),
        UserId = userId,
        ConversationId = conversationId,
        ParentId = above?.Id,
        Depth = above is null ? 0 : above.Depth + 1,
        Name = message.Name,
        Role = message.Role switch { ImportedRole.User => MessageRole.User, ImportedRole.System => MessageRole.System, _ => MessageRole.Assistant },
        Content = Fitting(message.Text),
        TokensUsed = message.Tokens,
        Provider = message.Provider,
        Model = message.Model,
        State = message.State,
        Trouble = message.Trouble,
        IsAutomatic = message.IsAutomatic,
        Metadata = new MessageMetadata { Sources = message.Sources, Direction = message.Direction },
        ReadIds = [.. message.Sources.Where(source => source.Kind != MessageSource.Memory).Select(source => source.Id).Distinct()],
        CreatedAt = time,
        UpdatedAt = time,
    };

    // As fine as the database keeps it.
    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks / Moment.Ticks * Moment.Ticks, TimeSpan.Zero);

    private static string Fitting(string text) => text.Length <= Message.MaxContent ? text
        : string.Concat(text.AsSpan(0, Message.MaxContent - (char.IsHighSurrogate(text[Message.MaxContent - 2]) ? 2 : 1)), "…");
}
