using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Hosting;

public sealed class HearerTests
{
    private readonly List<string> _heard = [];
    private readonly List<Exception> _failures = [];

    [Fact]
    public async Task The_next_message_is_heard_after_the_one_before_and_who_says_it_does_not_wait()
    {
        var looking = new TaskCompletionSource();
        var hearer = new Hearer(async message =>
        {
            _heard.Add("begins " + message.Payload);
            if (message.Payload == "first") await looking.Task;
            _heard.Add("ends " + message.Payload);
        });
        var first = TellAsync(hearer, "first");
        await TellAsync(hearer, "second");
        Assert.Equal(["begins first"], _heard);
        looking.SetResult();
        await first;
        Assert.Equal(["begins first", "ends first", "begins second", "ends second"], _heard);
    }

    [Fact]
    public async Task What_is_said_again_before_anybody_looked_is_heard_once_and_what_is_said_during_a_look_once_more()
    {
        var looking = new TaskCompletionSource();
        var hearer = new Hearer(message =>
        {
            _heard.Add(message.Payload);
            return _heard.Count == 1 ? looking.Task : Task.CompletedTask;
        });
        var first = TellAsync(hearer, "same");
        foreach (var payload in new[] { "same", "other", "same", "other" }) await TellAsync(hearer, payload);
        looking.SetResult();
        await first;
        Assert.Equal(["same", "same", "other"], _heard);
    }

    [Fact]
    public async Task A_failure_is_told_and_what_waits_is_heard_nevertheless()
    {
        var hearer = new Hearer(message =>
        {
            if (message.Payload == "bad") throw new InvalidOperationException("bad");
            _heard.Add(message.Payload);
            return Task.CompletedTask;
        });
        await TellAsync(hearer, "bad");
        await TellAsync(hearer, "good");
        Assert.Equal("bad", Assert.Single(_failures).Message);
        Assert.Equal(["good"], _heard);
    }

    [Fact]
    public async Task Who_left_hears_nothing_of_what_waited()
    {
        var looking = new TaskCompletionSource();
        var hearer = new Hearer(message =>
        {
            _heard.Add(message.Payload);
            return looking.Task;
        });
        var first = TellAsync(hearer, "first");
        await TellAsync(hearer, "second");
        hearer.Leave();
        looking.SetResult();
        await first;
        await TellAsync(hearer, "third");
        Assert.Equal(["first"], _heard);
    }

    private Task TellAsync(Hearer hearer, string payload) => hearer.TellAsync(new LiveMessage("weather", payload), _failures.Add);
}
