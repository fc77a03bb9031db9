using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mosaic.Bench.Streams;

/// <summary>One answer of the provider: what goes out as events of OpenAI's protocol, and how far it is.</summary>
internal sealed class SpokenAnswer(int number, IReadOnlyList<string> pieces)
{
    // As the providers themselves write: what JSON need not escape is not escaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _isTaken, _sent;

    public IReadOnlyList<byte[]> Events { get; } = [.. pieces.Select(piece => Event(number, new { content = piece }, null))];

    public byte[] First { get; } = Event(number, new { role = "assistant", content = "" }, null);

    public byte[] Last { get; } = [.. Event(number, new { }, "stop"), .. "data: [DONE]\n\n"u8];

    public string Text { get; } = string.Concat(pieces);

    /// <summary>How many tokens are out.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>When the first one went out, as a stopwatch counts.</summary>
    public long FirstAt { get; private set; }

    /// <summary>True for who asks first; what asks again is another question about the same text.</summary>
    public bool Take() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Send(long now)
    {
        if (_sent == 0) FirstAt = now;
        Volatile.Write(ref _sent, _sent + 1);
    }

    private static byte[] Event(int number, object delta, string? finish) => Encoding.UTF8.GetBytes(
        $"data: {JsonSerializer.Serialize(new { id = $"chatcmpl-{number}", @object = "chat.completion.chunk", created = 1_780_000_000, model = StreamingProvider.Model, choices = new[] { new { index = 0, delta, finish_reason = finish } } }, Plain)}\n\n");
}
