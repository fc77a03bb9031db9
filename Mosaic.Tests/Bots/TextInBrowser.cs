using System.Text;
using Microsoft.JSInterop;

namespace Mosaic.Tests.Bots;

/// <summary>What stands in a long text's field, as the browser would stream it.</summary>
internal sealed class TextInBrowser(string text) : IJSStreamReference
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes("=" + text);

    public long Length => _bytes.Length;

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
        _bytes.Length > maxAllowedSize ? throw new ArgumentOutOfRangeException(nameof(maxAllowedSize)) : new(new MemoryStream(_bytes));

    public ValueTask DisposeAsync() => default;
}
