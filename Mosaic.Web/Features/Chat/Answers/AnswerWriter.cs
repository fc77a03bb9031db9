using System.Diagnostics;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Group;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Has an answer written, whoever looks on, and has the next bot speak where one does.</summary>
internal sealed partial class AnswerWriter(
    AnswerReader reader, AnswerKeeper keeper, AiGateway gateway, AiConfigs configs, People people, NextTurn next, TimeProvider clock, ILogger<AnswerWriter> logger)
{
    private const string Gone = "The bot or the conversation is not there any more.";

    public async Task WriteAsync(AnswerRun run)
    {
        var ticket = run.Ticket;
        var isTemporary = true;
        var growing = run.Growing;
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (await people.FindAsync(ticket.UserId, run.Token) is not { } person || await reader.ReadAsync(ticket, person, run.Token) is not { } reading)
            {
                await KeepAsync(run, new WrittenAnswer("", MessageState.Failed) { Trouble = Gone }, isTemporary);
                return;
            }
            isTemporary = reading.Conversation.IsTemporary;
            await WriteAsync(run, reading, started);
        }
        catch (OperationCanceledException) when (run.End is not null)
        {
            await StopAsync(run, growing.Text, null, isTemporary);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, ticket.MessageId);
            await KeepAsync(run, new WrittenAnswer(growing.Text, MessageState.Failed) { Trouble = "Something went wrong here. Try it again." }, isTemporary);
        }
    }

    private async Task WriteAsync(AnswerRun run, AnswerReading reading, long started)
    {
        var growing = run.Growing;
        var config = await configs.GetAsync(AiPurpose.Chat, run.Token);
        // The offline helper has no middle to go on from.
        var goesOn = reading.Continues && !config.IsOffline;
        var request = AnswerPrompt.Of(reading, clock.GetUtcNow(), goesOn);
        if (goesOn) growing.Append(reading.Message.Content);
        var read = new Understanding(reading, [.. request.Sources.Select(source => source.Id)], config.For(request));
        WrittenAnswer answer;
        try
        {
            var said = await gateway.AskAsync(request, piece =>
            {
                growing.Append(piece);
                return ValueTask.CompletedTask;
            }, run.Token);
            answer = read.Complete(said, goesOn ? reading.Message.Content + said.Text : said.Text, Took());
        }
        catch (AiException failed)
        {
            answer = read.Broken(growing.Text, growing.Length > 0 ? MessageState.Stopped : MessageState.Failed, failed.Sentence, Took());
        }
        catch (OperationCanceledException) when (run.End is not null)
        {
            await StopAsync(run, growing.Text, read, reading.Conversation.IsTemporary);
            return;
        }
        await KeepAsync(run, answer, reading.Conversation.IsTemporary);
        if (answer.State == MessageState.Complete) await next.BeginAsync(run.Ticket);

        int Took() => (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private Task StopAsync(AnswerRun run, string text, Understanding? read, bool isTemporary)
    {
        var trouble = run.End == AnswerEnd.Shutdown ? AnswerKeeper.ServerEnded : null;
        return KeepAsync(run, read?.Broken(text, MessageState.Stopped, trouble, null) ?? new WrittenAnswer(text, MessageState.Stopped) { Trouble = trouble }, isTemporary);
    }

    private Task KeepAsync(AnswerRun run, WrittenAnswer answer, bool isTemporary)
    {
        run.IsEnding = true;
        return keeper.KeepAsync(run.Ticket, answer, isTemporary);
    }

    [LoggerMessage(LogLevel.Error, "The answer {MessageId} failed")]
    private partial void LogFailed(Exception exception, Guid messageId);

    /// <summary>What was read for an answer, and how that is told with it.</summary>
    private sealed record Understanding(AnswerReading Reading, HashSet<Guid> Given, AiConfig Config)
    {
        public WrittenAnswer Complete(AiAnswer said, string text, int took)
        {
            var read = said.Sources.Select(source => source.Id).ToHashSet();
            var cited = AnswerPrompt.Cited(Reading).Where(one => read.Contains(one.Source.Id)).ToList();
            var told = Told(CitationRule.Renumber(text, cited.Count, number => number, said.IsOffline), MessageState.Complete, cited, read, took);
            return told with
            {
                Metadata = told.Metadata! with { Cost = Config.Options.CostOf(said.Tokens) is { } cost ? cost + (Reading.Message.Metadata.Cost ?? 0) : Reading.Message.Metadata.Cost },
                TurnId = said.TurnId,
                Provider = said.Provider,
                Model = said.Model,
                Tokens = said.Tokens.Input + said.Tokens.Output,
            };
        }

        public WrittenAnswer Broken(string text, string state, string? trouble, int? took) =>
            Told(text, state, AnswerPrompt.Cited(Reading), Given, took) with { Trouble = trouble };

        private WrittenAnswer Told(string text, string state, IReadOnlyList<RecalledText> cited, HashSet<Guid> read, int? took) => new(text, state)
        {
            Provider = Config.Provider,
            Model = Config.Model,
            ReadIds = AnswerWindow.ReadIds(Reading, read),
            Metadata = Reading.Message.Metadata with { Sources = [.. cited.Select(one => one.Source)], Window = AnswerWindow.Of(Reading), TookMs = took },
        };
    }
}
