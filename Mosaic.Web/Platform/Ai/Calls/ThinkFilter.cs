using System.Text;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>
/// Leaves out what a model thinks aloud between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c> at the beginning of its answer, wherever the
/// stream is cut. Later in the answer the words are the model's to say.
/// </summary>
internal sealed class ThinkFilter
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    private readonly StringBuilder _held = new();
    private State _state = State.Start;

    private enum State
    {
        Start,
        Thinking,
        Through,
    }

    /// <summary>What of it is to be shown now.</summary>
    public string Push(string text)
    {
        if (_state == State.Through) return text;
        _held.Append(text);
        return Advance();
    }

    /// <summary>What was held back at the end. Thoughts without an end are no answer.</summary>
    public string End()
    {
        var rest = _state == State.Start ? _held.ToString() : "";
        _held.Clear();
        return rest;
    }

    private string Advance()
    {
        if (_state == State.Start)
        {
            var start = _held.ToString().TrimStart();
            if (start.Length < Open.Length && Open.StartsWith(start, StringComparison.Ordinal)) return "";
            if (!start.StartsWith(Open, StringComparison.Ordinal))
            {
                _state = State.Through;
                return _held.ToString();
            }
            _state = State.Thinking;
            _held.Clear().Append(start, Open.Length, start.Length - Open.Length);
        }
        var held = _held.ToString();
        var end = held.IndexOf(Close, StringComparison.Ordinal);
        if (end >= 0)
        {
            // Another thought may follow, and the empty line before the answer may come a piece later.
            _state = State.Start;
            _held.Clear().Append(held[(end + Close.Length)..].TrimStart());
            return Advance();
        }
        // Only as much as could be the beginning of the end.
        if (held.Length > Close.Length) _held.Clear().Append(held, held.Length - Close.Length, Close.Length);
        return "";
    }
}
