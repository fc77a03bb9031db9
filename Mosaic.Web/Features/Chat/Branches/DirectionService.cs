using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>Several answers at once, each in a direction that the person writes or takes from what is proposed.</summary>
public sealed class DirectionService
{
    /// <summary>How much of the end of the path is read for a proposal: so many messages, each so many characters.</summary>
    private const int MostMessages = 8, MostOfEach = 4_000;

    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly ReadableMessages _readable;
    private readonly AiGateway _gateway;
    private readonly ChatService _chat;

    internal DirectionService(IDbContextFactory<MosaicDb> databases, ReadableMessages readable, AiGateway gateway, ChatService chat) =>
        (_databases, _readable, _gateway, _chat) = (databases, readable, gateway, chat);

    /// <summary>Three ways the answer could go; the usual ones where no model answers. Null when the message is not there.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="messageId">An answer, or what the person said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ProposedDirections?> ProposeAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(message => message.Id == messageId, cancellationToken) is not { } message) return null;
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(one => one.Id == message.ConversationId, cancellationToken) is not { } conversation) return null;
        var end = message.Role == MessageRole.User ? message.Id : message.ParentId;
        var path = end is { } last ? await db.PathTo(userId, last, MostMessages).Select(said => said.Id).ToListAsync(cancellationToken) : [];
        var said = await _readable.ReadAsync(userId, null, path, cancellationToken);
        if (said.Count == 0) return DirectionList.Filled([]);
        try
        {
            var answer = await _gateway.AskAsync(new AiRequest(AiPurpose.Chat, userId)
            {
                Instructions = "Somebody wants the next answer of this conversation written three times, each in another direction. Answer with nothing but a JSON array of three strings: "
                    + "three directions that differ clearly from each other, each of two to eight words, in the language of the conversation.",
                Turns = [.. said.Select(one => new AiTurn(one.Message.Role == MessageRole.User, PlainText.Cut(one.Text, MostOfEach))), new AiTurn(true, "Name three directions for the next answer, as a JSON array of three strings.")],
                MaxTokens = 400,
                IsInteractive = true,
                KeepsPrompt = !conversation.IsTemporary,
                ConversationId = conversation.Id,
            }, cancellationToken: cancellationToken);
            return DirectionList.Filled(answer.IsOffline ? [] : DirectionList.Read(answer.Text));
        }
        catch (AiException)
        {
            // Who asks for directions wants to write some; why no model answers is said where the answers stand.
            return DirectionList.Filled([]);
        }
    }

    /// <summary>Has an answer written in each direction, all at once, each a branch of its own; the first one is opened.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="messageId">An answer, beside which they stand, or what the person said, which they answer.</param>
    /// <param name="directions">One to three.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ChatResult> WriteAsync(Guid userId, Guid messageId, IReadOnlyList<string> directions, CancellationToken cancellationToken = default)
    {
        string[] clean = [.. directions.Select(direction => direction.Replace("\0", "", StringComparison.Ordinal).Trim()).Where(direction => direction.Length > 0)];
        return clean switch
        {
            [] => Refuse("Write at least one direction."),
            { Length: > DirectionList.Count } => Refuse($"At most {DirectionList.Count} directions at once."),
            _ when clean.Any(direction => direction.Length > StoryBranch.MaxDirection) => Refuse($"A direction has at most {StoryBranch.MaxDirection:N0} characters: shorten it."),
            _ => _chat.DirectAsync(userId, messageId, clean, cancellationToken),
        };
    }

    private static Task<ChatResult> Refuse(string sentence) => Task.FromResult<ChatResult>(new ChatResult.Refused(sentence));
}
