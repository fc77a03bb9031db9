using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Ends the writing of a reply when its person has enough, or when the memo it answers is another one now.</summary>
internal sealed class ReplyStop : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly IDisposable[] _subscriptions;

    public ReplyStop(ReplyReading reading, ReplyKeeper keeper, Live live, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (reply, userId) = (reading.Reply, reading.Reply.UserId);
        _subscriptions =
        [
            live.Subscribe(Topics.ReplyStops(userId), message =>
            {
                if (message.Payload == reply.Id.ToString()) End(byPerson: true);
                return Task.CompletedTask;
            }),
            live.Subscribe(Topics.Memos(userId), async message =>
            {
                if (message.Payload.Length > 0 && message.Payload != reply.MemoId.ToString()) return;
                if (!await keeper.StandsAsync(reading, CancellationToken.None)) End(byPerson: false);
            }),
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Its person stopped it.</summary>
    public bool IsByPerson { get; private set; }

    private void End(bool byPerson)
    {
        IsByPerson |= byPerson;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this moment.
        }
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
        _source.Dispose();
    }
}
