using System.Text;
using Microsoft.JSInterop;

namespace Mosaic.Web.Platform.Browser;

/// <summary>
/// The script module of one part of a page, which exports <c>attach(key, …)</c> and <c>detach(key)</c>; the key is this part's own. A part may be
/// gone before its module has come: that is no failure, and must not become one of the page that came after it.
/// </summary>
public sealed class PartScript(IJSRuntime runtime, string address) : IAsyncDisposable
{
    private readonly string _key = Guid.NewGuid().ToString("N");
    private IJSObjectReference? _module;
    private bool _gone;

    /// <summary>Imports the module and calls its <c>attach</c>.</summary>
    public async Task AttachAsync(params object?[] arguments)
    {
        try
        {
            _module = await runtime.InvokeAsync<IJSObjectReference>("import", address);
            if (!_gone) await _module.InvokeVoidAsync("attach", [_key, .. arguments]);
        }
        catch (Exception exception) when (_gone || exception is JSDisconnectedException or OperationCanceledException)
        {
            // The part or its browser left meanwhile, and took with it what the script would have watched.
        }
    }

    /// <summary>Calls another function of the module with this part's key before the arguments; does nothing before the module has come.</summary>
    public async Task CallAsync(string function, params object?[] arguments)
    {
        if (_module is null || _gone) return;
        try
        {
            await _module.InvokeVoidAsync(function, [_key, .. arguments]);
        }
        catch (Exception exception) when (_gone || exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser left meanwhile.
        }
    }

    /// <summary>The text that another function of the module answers with as bytes, a sign before it since a stream cannot be empty; null before the module has come.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="maxLength">The longest text, in UTF-16 code units.</param>
    public async Task<string?> ReadAsync(string function, int maxLength)
    {
        if (_module is null || _gone) return null;
        try
        {
            await using var reference = await _module.InvokeAsync<IJSStreamReference>(function, _key);
            await using var stream = await reference.OpenReadStreamAsync((maxLength * 3L) + 1);
            using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
            return (await reader.ReadToEndAsync())[1..];
        }
        catch (Exception exception) when (_gone || exception is JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        if (_module is null) return;
        try
        {
            await _module.InvokeVoidAsync("detach", _key);
            await _module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its observers with it.
        }
    }
}
