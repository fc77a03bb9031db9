namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Collects the parts of a document, up to the longest text.</summary>
internal sealed class PartList
{
    private readonly List<DocumentPart> _parts = [];
    private long _length;

    public IReadOnlyList<DocumentPart> Parts => _parts;

    /// <summary>Leaves out what is empty once it is clean.</summary>
    public void Add(string place, string text)
    {
        Count(text.Length);
        if (CleanText.Block(text) is { Length: > 0 } clean) _parts.Add(new DocumentPart(CleanText.Line(place), clean));
    }

    private void Count(int length)
    {
        _length += length;
        if (_length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
    }
}
