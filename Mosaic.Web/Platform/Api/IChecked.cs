namespace Mosaic.Web.Platform.Api;

/// <summary>What a caller sent and whose shape can be wrong. It is asked before the operation begins.</summary>
public interface IChecked
{
    /// <summary>Each field that is wrong, with a sentence that says what would be right.</summary>
    IEnumerable<(string Field, string Sentence)> Check();
}
