using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>The composer in the browser, seen from the server. It owns the text; the server asks for it when it saves.</summary>
public sealed class Composer(IJSObjectReference module, ElementReference element) : IAsyncDisposable
{
    /// <summary>A draft as long as drafts may be, each character in at most three bytes.</summary>
    private const long MaxBytes = MemoDraft.MaxLength * 3L;

    /// <summary>Stops drafts from being sent and says what there is to save.</summary>
    public ValueTask<ComposerState> BeginAsync() => module.InvokeAsync<ComposerState>("begin", element);

    /// <summary>The text as it was at <see cref="BeginAsync"/>, by a stream: a message of the circuit holds 32 KB only.</summary>
    /// <returns>Null when it is longer than even a draft may be.</returns>
    public async Task<string?> ReadAsync(ComposerState state, CancellationToken cancellationToken)
    {
        if (state.Length == 0) return "";
        if (state.Length > MaxBytes) return null;
        await using var reference = await module.InvokeAsync<IJSStreamReference>("taken", cancellationToken, element);
        return await ReadAsync(reference, cancellationToken);
    }

    /// <summary>Tells the watcher when the text has settled; null ends it.</summary>
    public ValueTask WatchAsync(DotNetObjectReference<ComposerPreview>? watcher) => module.InvokeVoidAsync("watch", element, watcher);

    /// <summary>The text as it is now, without a wish to save it.</summary>
    public async Task<string> PeekAsync(CancellationToken cancellationToken)
    {
        await using var reference = await module.InvokeAsync<IJSStreamReference>("peek", cancellationToken, element);
        return await ReadAsync(reference, cancellationToken);
    }

    /// <summary>The circuit hears the composer now, and its frame carries the texts.</summary>
    public ValueTask LiveAsync() => module.InvokeVoidAsync("live", element);

    /// <summary>It is saved: the composer empties itself, but for what was written meanwhile.</summary>
    public ValueTask SavedAsync() => module.InvokeVoidAsync("saved", element);

    /// <summary>It was not saved: the text stays, goes on being kept, and gets the focus back.</summary>
    public ValueTask RefusedAsync() => module.InvokeVoidAsync("refused", element);

    /// <summary>The person has seen revision <paramref name="revision"/>; the next save starts from there.</summary>
    public ValueTask RebaseAsync(int revision) => module.InvokeVoidAsync("rebase", element, revision);

    /// <summary>The memo is gone; the text becomes a new one.</summary>
    public ValueTask RenewAsync() => module.InvokeVoidAsync("renew", element);

    private static async Task<string> ReadAsync(IJSStreamReference reference, CancellationToken cancellationToken)
    {
        await using var stream = await reference.OpenReadStreamAsync(MaxBytes, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and the module with it.
        }
    }
}
