namespace Mosaic.Web.Ui;

/// <summary>The long texts of one form: it gives itself to them as a cascading value, and asks them all before it saves.</summary>
public sealed class LongTexts
{
    private readonly List<LongText> _texts = [];

    /// <summary>Fetches what was written last, wherever it was.</summary>
    public async Task ReadAsync()
    {
        foreach (var text in _texts.ToArray()) await text.ReadAsync();
    }

    internal void Add(LongText text) => _texts.Add(text);

    internal void Remove(LongText text) => _texts.Remove(text);
}
