using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Writes a text with headings: each heading begins a part and gives it its place.</summary>
internal sealed class SectionText(PartList parts)
{
    private readonly StringBuilder _text = new();
    private string _place = "";

    /// <summary>The first heading of all; empty while there is none.</summary>
    public string FirstHeading { get; private set; } = "";

    public void Heading(string heading)
    {
        End();
        _place = heading;
        if (FirstHeading.Length == 0) FirstHeading = CleanText.Line(heading);
        Line(heading);
    }

    public void Line(string line)
    {
        if (_text.Length + line.Length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
        _text.Append(line).Append('\n');
    }

    public void End()
    {
        parts.Add(_place, _text.ToString());
        _text.Clear();
    }
}
