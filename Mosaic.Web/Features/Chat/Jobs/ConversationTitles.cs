using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Jobs;

/// <summary>Names a conversation after its first exchange. What its person called it stays.</summary>
internal sealed class ConversationTitles(IDbContextFactory<MosaicDb> databases, ReadableMessages readable, AiGateway gateway, Live live)
{
    private const int MaxWords = 60;

    /// <summary>False when it has a name, or there is nothing to name it after.</summary>
    public async Task<bool> NameAsync(Guid userId, Guid messageId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.OwnedBy(userId).Living().Where(message => message.Id == messageId).Join(db.Conversations.Living(), message => message.ConversationId, conversation => conversation.Id, (_, conversation) => conversation)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { Title: "", TitleSource: TitleSource.Auto, IsTemporary: false } conversation) return false;
        var path = await db.PathTo(userId, messageId).OrderBy(message => message.Depth).Select(message => message.Id).Take(6).ToListAsync(cancellationToken);
        var said = await readable.ReadAsync(userId, null, path, cancellationToken);
        if (!said.Any(one => one.Message.Role == MessageRole.User)) return false;
        var request = new AiRequest(AiPurpose.Title, userId)
        {
            Instructions = "Name this conversation in two to six words, in its language: plain text, without quotes and without a full stop.",
            Turns = [.. said.Select(one => new AiTurn(one.Message.Role == MessageRole.User, one.Text)), new AiTurn(true, "Name the conversation so far. Answer with the name alone.")],
            ConversationId = conversation.Id,
        };
        // The offline helper takes the first question as the subject.
        var title = CleanName((await gateway.AskAsync(request, cancellationToken: cancellationToken)).Text);
        if (title.Length == 0) return false;
        var named = await db.Conversations.Where(row => row.Id == conversation.Id && row.TitleSource == TitleSource.Auto && row.Title == "")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, title), cancellationToken);
        await live.AnnounceAsync(Topics.Chat(userId), conversation.Id.ToString(), CancellationToken.None);
        return named > 0;
    }

    private static string CleanName(string title) => PlainText.Cut(ConversationRules.CleanTitle(title).Trim('"', '“', '”', '„', '.', ' ', '#', '*'), MaxWords);
}
