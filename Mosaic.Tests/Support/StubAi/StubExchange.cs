using Microsoft.AspNetCore.Http;
using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>One call and the way back to who made it.</summary>
internal sealed record StubExchange(StubAi Stub, HttpContext Context, StubCall Call, CancellationToken Ended)
{
    public async Task RefuseAsync(StubError error)
    {
        Context.Response.StatusCode = error.Status;
        if (error.Status == 429) Context.Response.Headers.RetryAfter = $"{Stub.RetryAfterSeconds}";
        await SendAsync("application/json", [Part.Frame(error.Text(Call))]);
    }

    /// <summary>Each part is on the wire before the next one is made.</summary>
    public async Task SendAsync(string contentType, IEnumerable<Part> parts, double tokensPerSecond = 0)
    {
        Context.Response.ContentType = contentType;
        var pace = new Pace(tokensPerSecond);
        foreach (var part in parts)
        {
            if (part.Kind == PartKind.Token) await pace.NextAsync(Ended);
            if (part.Kind == PartKind.Silence) await Task.Delay(Timeout.InfiniteTimeSpan, Ended);
            if (part.Kind == PartKind.Reset)
            {
                // A reset throws away what has not yet left, and the first tokens are to arrive.
                await Task.Delay(100, Ended);
                Context.Abort();
                return;
            }
            await Context.Response.WriteAsync(part.Text, Ended);
        }
    }
}
