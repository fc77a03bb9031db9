using System.Text.Json;

namespace Mosaic.Tests.Chat.Streaming;

/// <summary>Looks on as an answer grows, and keeps what the element on the page would show.</summary>
internal sealed class ShownGrowth
{
    private readonly Lock _lock = new();
    private readonly List<string> _names = [];
    private readonly List<int> _lengths = [];
    private string _settled = "", _tail = "";

    /// <summary>What a page shows by now.</summary>
    public string Html
    {
        get { lock (_lock) return _settled + _tail; }
    }

    /// <summary>The kinds of events in their order; one without a name is a <c>message</c>.</summary>
    public IReadOnlyList<string> Names
    {
        get { lock (_lock) return [.. _names]; }
    }

    /// <summary>How many signs were shown after each event.</summary>
    public IReadOnlyList<int> Lengths
    {
        get { lock (_lock) return [.. _lengths]; }
    }

    /// <summary>Looks on until the server has no more to say.</summary>
    public static async Task<ShownGrowth> ReadAsync(HttpClient http, Guid message)
    {
        var shown = new ShownGrowth();
        await shown.LookOnAsync(http, message, CancellationToken.None);
        return shown;
    }

    /// <param name="http">Whoever looks on.</param>
    /// <param name="message">The answer.</param>
    /// <param name="enough">Leaves in the middle of it.</param>
    public async Task LookOnAsync(HttpClient http, Guid message, CancellationToken enough)
    {
        using var answer = await http.GetAsync($"/chat/messages/{message}/growth", HttpCompletionOption.ResponseHeadersRead, enough);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        await ShowAsync(await answer.Content.ReadAsStreamAsync(enough), enough);
    }

    public async Task ShowAsync(Stream events, CancellationToken enough)
    {
        using var lines = new StreamReader(events, leaveOpen: true);
        var (name, data) = ("message", "");
        while (await lines.ReadLineAsync(enough) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line["data: ".Length..];
            else if (line.Length == 0)
            {
                Show(name, data);
                (name, data) = ("message", "");
            }
        }
    }

    private void Show(string name, string data)
    {
        lock (_lock)
        {
            (_settled, _tail) = name switch
            {
                "start" => ("", ""),
                "block" => (_settled + JsonSerializer.Deserialize<string>(data), ""),
                "message" when JsonSerializer.Deserialize<JsonElement[]>(data) is [var kept, var added] => (_settled, _tail[..kept.GetInt32()] + added.GetString()),
                "end" => (_settled, _tail),
                _ => throw new InvalidOperationException($"The element on the page does not know {name}: {data}"),
            };
            _names.Add(name);
            _lengths.Add(_settled.Length + _tail.Length);
        }
    }
}
