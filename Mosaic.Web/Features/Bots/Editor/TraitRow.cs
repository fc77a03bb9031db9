namespace Mosaic.Web.Features.Bots.Editor;

/// <summary>One attribute while it is written.</summary>
public sealed class TraitRow
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}
