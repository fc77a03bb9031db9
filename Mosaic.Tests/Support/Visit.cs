using Microsoft.Playwright;

namespace Mosaic.Tests.Support;

/// <summary>One browser window, and what it complained about: script errors, blocked content, failed requests.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly TimeSpan ClosesWithin = TimeSpan.FromSeconds(15);

    private readonly List<string> _complaints = [];
    private TaskCompletionSource _drawn = new();

    internal Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complain($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complain(error);
        page.WebSocket += (_, socket) =>
        {
            // Of the page that opened it: the one before may still be drawing while it is left.
            var drawn = _drawn;
            socket.FrameReceived += (_, frame) =>
            {
                // The circuit's first drawing: from here on the page answers to clicks.
                if (frame.Binary.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0) drawn.TrySetResult();
            };
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints) return [.. _complaints];
        }
    }

    /// <summary>Opens an address and waits until the page answers to clicks. Pages without a circuit are ready when they are loaded.</summary>
    public async Task<IResponse?> OpenAsync(string address)
    {
        _drawn = new TaskCompletionSource();
        var answer = await Page.GotoAsync(address);
        await ReadyAsync(answer);
        return answer;
    }

    /// <summary>
    /// One more page of the same person and browser, empty. As a window of its own, since Chromium draws a tab that is covered by another one only
    /// once a second, and whatever waits for it to be still waits for seconds.
    /// </summary>
    public Task<IPage> OpenTabAsync() => Context.RunAndWaitForPageAsync(() => Page.EvaluateAsync("() => { open('about:blank', '_blank', 'popup,noopener,width=1320,height=900'); }"));

    /// <summary>Loads the page anew and waits as <see cref="OpenAsync"/> does.</summary>
    public async Task ReloadAsync()
    {
        _drawn = new TaskCompletionSource();
        var answer = await Page.ReloadAsync();
        await ReadyAsync(answer);
    }

    /// <summary>Closes the window. Chromium sometimes never answers to that; it then stays until the whole browser ends, and the next test goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        var closing = Context.CloseAsync();
        if (await Task.WhenAny(closing, Task.Delay(ClosesWithin)) == closing) await closing;
        else TestContext.Current.AddWarning("A window did not close.");
    }

    private async Task ReadyAsync(IResponse? answer)
    {
        if (answer is null || !(await answer.TextAsync()).Contains("<!--Blazor:{\"type\":\"server\"", StringComparison.Ordinal)) return;
        if (await Task.WhenAny(_drawn.Task, Task.Delay(TimeSpan.FromSeconds(15))) != _drawn.Task) throw new TimeoutException($"The circuit of {Page.Url} drew nothing. {string.Join(Environment.NewLine, Complaints)}");
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    private void Complain(string text)
    {
        lock (_complaints) _complaints.Add(text);
    }
}
