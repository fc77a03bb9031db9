using System.Text;
using System.Text.Json;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>Everything that ever reached the server.</summary>
internal sealed class StubHearing
{
    private readonly Lock _lock = new();
    private readonly List<StubCall> _calls = [];
    private readonly StringBuilder _everything = new();

    public IReadOnlyList<StubCall> Calls
    {
        get
        {
            lock (_lock) return [.. _calls];
        }
    }

    public string Everything
    {
        get
        {
            lock (_lock) return _everything.ToString();
        }
    }

    public void Hear(StubCall call)
    {
        var text = new StringBuilder();
        text.Append(call.Method).Append(' ').Append(call.Path).Append(call.Query).Append('\n');
        // Once more as people would write it: a query comes with its percents.
        text.Append(Uri.UnescapeDataString(call.Query.Replace('+', ' '))).Append('\n');
        foreach (var (name, value) in call.Headers) text.Append(name).Append(": ").Append(value).Append('\n');
        text.Append(call.Body).Append('\n');
        AppendStrings(text, call.Body);
        lock (_lock)
        {
            _calls.Add(call);
            _everything.Append(text);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
            _everything.Clear();
        }
    }

    /// <summary>Names and values without escapes: on the wire "ü" may be \u00FC. Of broken JSON, what comes before the break.</summary>
    private static void AppendStrings(StringBuilder text, string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), new() { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) text.Append(reader.GetString()).Append('\n');
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            text.Append("(not JSON)\n");
        }
    }
}
