namespace Mosaic.Web.Features.Memos;

/// <summary>Tags of a memo: those in its text first, then those put on it.</summary>
public static class MemoTags
{
    /// <summary>The most tags one memo carries; more are left out.</summary>
    public const int MostPerMemo = 100;

    public static string[] Join(IEnumerable<string> inText, IEnumerable<string> putOn) => [.. inText.Concat(putOn).Distinct().Take(MostPerMemo)];
}
