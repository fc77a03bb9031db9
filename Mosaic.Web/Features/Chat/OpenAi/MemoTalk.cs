using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Answers a program from what its person wrote. Only what was asked last counts: each question is looked up by itself.</summary>
internal sealed class MemoTalk(AskService asking, AiConfigs configs, SpentTokens spent)
{
    /// <inheritdoc cref="BotTalk.AnswerAsync"/>
    public async Task<TalkAnswer> AnswerAsync(Person person, ChatQuestionJson asked, Action<string>? hear, CancellationToken cancellationToken)
    {
        var question = asked.Question;
        if (question.Length > AskService.MaxLength) throw new TalkRefusal(OpenAiError.TooLong("A question to your notes has at most 2,000 characters: shorten it."));
        var reading = await asking.ReadAsync(person, question, cancellationToken: cancellationToken);
        var isOffline = (await configs.GetAsync(AiPurpose.Chat, cancellationToken)).IsOffline;
        var pieces = new CitedPieces(reading.Sources.Count);
        var answer = await asking.AnswerAsync(reading, hear is null || isOffline ? null : piece => hear(pieces.Push(piece)), cancellationToken);
        if (answer.Trouble is { } trouble) throw trouble;
        if (hear is not null && !isOffline) hear(pieces.End());
        var tokens = await spent.OfAsync(person.Id, answer.TurnId, [question], answer.Text, cancellationToken);
        return new TalkAnswer(answer.Text, [.. answer.Cited.Select(Source)], tokens, answer.TurnId);
    }

    private static SourceJson Source(AskedSource source) =>
        new(source.Number, source.Kind, source.Id, source.Revision, source.Position, source.Passage, source.WrittenAt, source.Address);
}
