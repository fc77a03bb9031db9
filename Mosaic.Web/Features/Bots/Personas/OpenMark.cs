using System.Text;

namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>A mark that is being read: what stands in it, and from where on that is not what the card says.</summary>
internal sealed class OpenMark(int start)
{
    public int Start => start;

    public StringBuilder Text { get; } = new();

    public int FilledFrom { get; private set; } = int.MaxValue;

    public void Fill(string filled)
    {
        FilledFrom = Math.Min(FilledFrom, Text.Length);
        Text.Append(filled);
    }

    public void Append(OpenMark unknown, string end)
    {
        if (unknown.FilledFrom < int.MaxValue) FilledFrom = Math.Min(FilledFrom, Text.Length + unknown.FilledFrom + 2);
        Text.Append("{{").Append(unknown.Text).Append(end);
    }
}
