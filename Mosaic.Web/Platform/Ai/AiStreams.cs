using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Mosaic.Web.Platform.Ai;

/// <summary>An answer as a stream, for who would rather read than be called.</summary>
public static class AiStreams
{
    /// <summary>
    /// The pieces of the answer as they come; the last one carries the whole answer and no text. Leaving the loop ends the call.
    /// A failure comes as <see cref="AiException"/>, after the pieces that were there.
    /// </summary>
    public static async IAsyncEnumerable<AiDelta> StreamAsync(this AiGateway gateway, AiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pieces = Channel.CreateBounded<AiDelta>(64);
        var asking = AskAsync();
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancellationToken)) yield return piece;
        }
        finally
        {
            await left.CancelAsync();
            await asking;
        }

        async Task AskAsync()
        {
            try
            {
                var answer = await gateway.AskAsync(request, text => pieces.Writer.WriteAsync(new AiDelta(text, null), left.Token), left.Token);
                await pieces.Writer.WriteAsync(new AiDelta("", answer), left.Token);
                pieces.Writer.Complete();
            }
            catch (Exception exception)
            {
                pieces.Writer.Complete(exception);
            }
        }
    }
}
