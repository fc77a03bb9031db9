using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Chat.Window;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Features.Search.Recall;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Has a bot answer a program. The program keeps the conversation; here nothing is kept but the record of the call.</summary>
internal sealed class BotTalk(IDbContextFactory<MosaicDb> databases, AiGateway gateway, AiConfigs configs, RecallService memos, SpentTokens spent, TimeProvider clock)
{
    private const string Instructions =
        """
        Answer the person as the character described, in their language. Numbered blocks are passages of what the person wrote in their notebook: draw on one only where
        it helps, and name it by its number behind what you took from it, as [1]. Use no other numbers.
        """;

    /// <summary>The answer to what was asked last; <paramref name="hear"/> gets each piece of it as it comes.</summary>
    /// <exception cref="AiException">There is no answer, or no whole one.</exception>
    /// <exception cref="TalkRefusal">The bot is gone, or the conversation too long.</exception>
    public async Task<TalkAnswer> AnswerAsync(Person person, Guid botId, ChatQuestionJson asked, Action<string>? hear, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.TalkingTo(person.Id).AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == botId, cancellationToken) is not { } bot) throw new TalkRefusal(OpenAiError.NoModel(asked.Model));
        var config = await configs.GetAsync(AiPurpose.Chat, cancellationToken);
        // Somebody else's bot reads nothing that it was not shown.
        var recalled = bot.UserId == person.Id && bot.Config.MemoryEnabled ? await RecallAsync(person.Id, asked.Question, cancellationToken) : [];
        var request = Fit(Request(person, bot, asked, recalled), config);
        var pieces = new CitedPieces(request.Sources.Count);
        // The offline helper says all at once, and quotes brackets that are no citations.
        var answer = await gateway.AskAsync(request, hear is null || config.IsOffline ? null : Hear, cancellationToken);
        if (hear is not null && !config.IsOffline) hear(pieces.End());
        // One that was kept from AI in the last moment was not read, and the numbers move up.
        var read = recalled.Where(one => answer.Sources.Any(source => source.Id == one.Passage.MemoId)).ToList();
        return await WholeAsync(person, request, answer, read, config, cancellationToken);

        ValueTask Hear(string piece)
        {
            hear(pieces.Push(piece));
            return ValueTask.CompletedTask;
        }
    }

    private async Task<IReadOnlyList<(NearPassage Passage, double Score)>> RecallAsync(Guid userId, string question, CancellationToken cancellationToken)
    {
        var (near, _) = await memos.FindAsync(userId, question, RecallRules.Least, RecallRules.Candidates, cancellationToken: cancellationToken);
        return RecallRules.Choose(near, [], clock.GetUtcNow());
    }

    private AiRequest Request(Person person, Bot bot, ChatQuestionJson asked, IReadOnlyList<(NearPassage Passage, double Score)> recalled)
    {
        var today = person.DayOf(clock.GetUtcNow());
        return new AiRequest(AiPurpose.Chat, person.Id)
        {
            Instructions = Instructions,
            Persona = PersonaText.Of(BotSheet.Of(bot), person.ShownName),
            Turns = [.. asked.Said.Select(message => new AiTurn(message.IsPerson, message.Text))],
            Sources = [.. recalled.Select(one => new AiSource(Memo.EntityName, one.Passage.MemoId, one.Passage.Text)
            {
                Revision = one.Passage.Revision,
                WrittenAt = one.Passage.WrittenAt,
                Score = one.Score,
                Remark = TimeAgo.Of(person.DayOf(one.Passage.WrittenAt), today),
            })],
            Model = bot.Config.Model,
            Temperature = asked.Temperature ?? bot.Config.Temperature,
            MaxTokens = asked.Longest is { } longest ? Math.Min(longest, bot.Config.MaxTokens ?? longest) : bot.Config.MaxTokens,
            IsInteractive = true,
        };
    }

    /// <summary>With as many recalled passages as there is room for. What the program sent is never left out: it knows best what it can do without.</summary>
    private static AiRequest Fit(AiRequest request, AiConfig config)
    {
        if (config.IsOffline) return request;
        var room = ChatBudget.Of(config.Options.ContextTokens, request.MaxTokens ?? config.MaxTokens) - TokenEstimate.Of(request.Persona ?? "") - request.Turns.Sum(turn => TokenEstimate.Of(turn.Text));
        if (room < 0) throw new TalkRefusal(OpenAiError.TooLong("This conversation is longer than the window of the model: send fewer or shorter messages."));
        return request with { Sources = [.. request.Sources.TakeWhile(source => (room -= TokenEstimate.Of(source.Text)) >= 0)] };
    }

    private async Task<TalkAnswer> WholeAsync(
        Person person, AiRequest request, AiAnswer answer, List<(NearPassage Passage, double Score)> read, AiConfig config, CancellationToken cancellationToken)
    {
        var cited = new SortedSet<int>();
        var text = CitationRule.Renumber(answer.Text, read.Count, Note, answer.IsOffline);
        var tokens = await spent.OfAsync(person.Id, answer.TurnId, request.Turns.Select(turn => turn.Text), text, cancellationToken);
        return new TalkAnswer(text, [.. cited.Select(number => SourceOf(number, read[number - 1].Passage, read[number - 1].Score))], tokens, answer.TurnId)
        {
            IsCut = !answer.IsOffline && !tokens.IsEstimated && tokens.Output >= ChatCall.MaxTokensOf(config, request.MaxTokens),
        };

        int? Note(int number)
        {
            cited.Add(number);
            return number;
        }
    }

    private static SourceJson SourceOf(int number, NearPassage passage, double score) =>
        new(number, Memo.EntityName, passage.MemoId, passage.Revision, passage.Position, passage.Text, passage.WrittenAt, new RecalledMemo(passage.MemoId, passage.Revision, passage.Position, passage.WrittenAt, score).Address);
}
