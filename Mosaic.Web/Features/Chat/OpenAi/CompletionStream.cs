using System.Text.Json;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>An answer as events, as OpenAI sends them. Until the first piece is there, nothing is sent, so that a refusal still has a status.</summary>
internal sealed class CompletionStream(HttpResponse response, CompletionHead head, bool withUsage)
{
    private bool _isBegun;

    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0) return;
        await BeginAsync(cancellationToken);
        await SendAsync(head.Chunk(new { Content = text }, null, withUsage), cancellationToken);
    }

    public async Task EndAsync(TalkAnswer answer, CancellationToken cancellationToken)
    {
        if (!_isBegun) await SayAsync(answer.Text, cancellationToken);
        await BeginAsync(cancellationToken);
        await SendAsync(head.Chunk(answer.Sources.Count == 0 ? new { } : new { answer.Sources }, answer.Finish, withUsage, answer.TurnId), cancellationToken);
        if (withUsage) await SendAsync(head.Used(answer.Usage), cancellationToken);
        await WriteAsync("data: [DONE]\n\n", cancellationToken);
    }

    public Task FailAsync(OpenAiError error, CancellationToken cancellationToken) => _isBegun ? SendAsync(error.Body, cancellationToken) : error.WriteAsync(response, cancellationToken);

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_isBegun) return;
        _isBegun = true;
        (response.ContentType, response.Headers.CacheControl, response.Headers["X-Accel-Buffering"]) = ("text/event-stream", "no-store", "no");
        await SendAsync(head.Chunk(new { Role = "assistant", Content = "" }, null, withUsage), cancellationToken);
    }

    private Task SendAsync(object chunk, CancellationToken cancellationToken) => WriteAsync($"data: {JsonSerializer.Serialize(chunk, chunk.GetType(), OpenAiJson.Options)}\n\n", cancellationToken);

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
