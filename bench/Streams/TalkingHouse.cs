using System.Net;
using System.Net.Sockets;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Conversations;

namespace Mosaic.Bench.Streams;

/// <summary>A few people who each talk with a bot of theirs in many conversations at once.</summary>
internal sealed class TalkingHouse(Setup setup, AppInside inside, IReadOnlyList<Talker> people)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private IReadOnlyList<Guid> _conversations = [];

    /// <summary>Waits until nothing is left to do of what was said before, and begins as many conversations anew.</summary>
    public async Task ReadyAsync(int conversations, CancellationToken cancellationToken)
    {
        await using var open = setup.Database.CreateCommand("SELECT count(*) FROM jobs WHERE status = 'running' OR (status = 'pending' AND run_after <= now())");
        while (await open.ExecuteScalarAsync(cancellationToken) is not 0L) await Task.Delay(Look, cancellationToken);
        // One after the other: the connections that the database has are the app's.
        var begun = new List<Guid>();
        for (var number = 0; number < conversations; number++) begun.Add(await BeginAsync(TalkerOf(number), cancellationToken));
        _conversations = begun;
    }

    /// <summary>Says something in each of them, all at once; gives what pages send that look on.</summary>
    public async Task<IReadOnlyList<byte[]>> AskAsync(ServerProcess app, CancellationToken cancellationToken)
    {
        var (conversations, saying) = (_conversations, new List<Socket>());
        try
        {
            foreach (var (number, conversation) in conversations.Index()) saying.Add(await SayAsync(app, conversation, number, cancellationToken));
            var written = await WrittenAsync(conversations, cancellationToken);
            return [.. conversations.Select((conversation, number) => Request.GetWithCookie($"/chat/messages/{written[conversation]}/growth", TalkerOf(number).Cookie))];
        }
        finally
        {
            // Whoever asked does not listen; answers are written to their end all the same.
            foreach (var socket in saying) socket.Dispose();
        }
    }

    private async Task<Guid> BeginAsync(Talker talker, CancellationToken cancellationToken) =>
        await inside.UseAsync<ConversationService, ChatResult>(service => service.StartAsync(talker.Person, talker.BotId, title: "Bench", cancellationToken: cancellationToken)) is ChatResult.Done done
            ? done.ConversationId
            : throw new BenchTroubleException("The app refused to begin a conversation for the benchmark: mend TalkingHouse.BeginAsync.");

    private Talker TalkerOf(int number) => people[number % people.Count];

    private async Task<Socket> SayAsync(ServerProcess app, Guid conversation, int number, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, app.Address.Port, cancellationToken);
        await socket.SendAsync(Request.Post($"/api/v1/conversations/{conversation}/messages", $$"""{"content":"{{StreamingProvider.Question(number)}}"}""", TalkerOf(number).Key), cancellationToken);
        return socket;
    }

    /// <summary>The answers that are being written, by their conversations.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> WrittenAsync(IReadOnlyList<Guid> conversations, CancellationToken cancellationToken)
    {
        await using var ask = setup.Database.CreateCommand("SELECT conversation_id, id, state, trouble FROM messages WHERE role = 'assistant' AND conversation_id = ANY($1)");
        ask.Parameters.Add(new() { Value = conversations.ToArray() });
        while (true)
        {
            var written = new Dictionary<Guid, Guid>();
            await using (var rows = await ask.ExecuteReaderAsync(cancellationToken))
                while (await rows.ReadAsync(cancellationToken))
                    written[rows.GetGuid(0)] = rows.GetString(2) == MessageState.Streaming ? rows.GetGuid(1) : throw new BenchTroubleException($"An answer ended before it began, {rows.GetString(2)}: {rows.GetValue(3)}");
            if (written.Count == conversations.Count) return written;
            await Task.Delay(Look, cancellationToken);
        }
    }
}
