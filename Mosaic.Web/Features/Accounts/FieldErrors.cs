namespace Mosaic.Web.Features.Accounts;

/// <summary>What is wrong with a form: a field's name and one sentence each, in the order of the form.</summary>
public sealed class FieldErrors
{
    private readonly List<(string Field, string Sentence)> _all = [];

    public bool Any => _all.Count > 0;

    /// <summary>The field that gets the focus.</summary>
    public string? First => _all.Count > 0 ? _all[0].Field : null;

    public string? this[string field] => _all.FirstOrDefault(error => error.Field == field).Sentence;

    public FieldErrors Add(string field, string? sentence)
    {
        if (sentence is not null) _all.Add((field, sentence));
        return this;
    }

    public FieldErrors Add(FieldErrors others)
    {
        _all.AddRange(others._all);
        return this;
    }
}
