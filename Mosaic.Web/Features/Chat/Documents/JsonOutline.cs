using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>JSON as lines of a path and a value, such as <c>people[0].name: Ada</c>.</summary>
internal sealed class JsonOutline(PartList parts, CancellationToken cancellationToken)
{
    private const int PartLength = 4_000;
    private const string Broken = "This JSON cannot be read: it is broken, or nested more than 64 levels deep. Export it again.";

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = DocumentLimits.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly StringBuilder _lines = new();
    private string _first = "";
    private long _length;

    /// <summary>Whether the whole text is an object or a list.</summary>
    public static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(SoundJson.Of(text), Reading);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static void Read(string text, PartList parts, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(SoundJson.Of(text), Reading);
            var outline = new JsonOutline(parts, cancellationToken);
            outline.Write("", document.RootElement);
            outline.End();
        }
        catch (JsonException)
        {
            throw new DocumentRefusal(Broken);
        }
    }

    private void Write(string path, JsonElement element)
    {
        // Long names repeat in every path below them, so what is written is counted and not what was read.
        Count(path.Length + 1);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Write(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in element.EnumerateArray()) Write(string.Create(CultureInfo.InvariantCulture, $"{path}[{at++}]"), item);
                break;
            case JsonValueKind.String:
                Line(path, element.GetString()!);
                break;
            case JsonValueKind.Number:
                Line(path, element.GetRawText());
                break;
            case JsonValueKind.True:
                Line(path, "yes");
                break;
            case JsonValueKind.False:
                Line(path, "no");
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                throw new DocumentRefusal(Broken);
        }
    }

    private void Line(string path, string value)
    {
        Count(value.Length + 2);
        if (string.IsNullOrWhiteSpace(value)) return;
        if (_lines.Length == 0) _first = path;
        _lines.Append(path).Append(path.Length > 0 ? ": " : "").Append(value).Append('\n');
        if (_lines.Length >= PartLength) End();
    }

    private void Count(int length)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _length += length;
        if (_length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
    }

    private void End()
    {
        parts.Add(_first.Length == 0 ? "" : $"from {_first}", _lines.ToString());
        _lines.Clear();
    }
}
