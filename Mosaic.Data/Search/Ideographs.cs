namespace Mosaic.Data.Search;

/// <summary>The letters of scripts written without spaces, the same as in the search functions of the database.</summary>
public static class Ideographs
{
    public static bool Contains(char letter) => letter is
        (>= '\u3005' and <= '\u3007') or (>= '\u3041' and <= '\u3096') or (>= '\u30a1' and <= '\u30fa') or '\u30fc'
        or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff');
}
