using Microsoft.Playwright;

namespace Mosaic.Tests.Support;

/// <summary>One browser window, and what it complained about: script errors, blocked content, failed requests.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complain($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complain(error);
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
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>Waits until no component on the page still waits for its circuit.</summary>
    public Task ReadyAsync() => Page.WaitForFunctionAsync(
        """
        () => {
          const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
          while (comments.nextNode())
            if (comments.currentNode.textContent.trim().startsWith('Blazor:{"type":"server"')) return false;
          return true;
        }
        """);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private void Complain(string text)
    {
        lock (_complaints) _complaints.Add(text);
    }
}
