using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Browser;

/// <summary>
/// A component that a slice puts into what another slice shows; registered as a singleton. The place says which parameters it gets:
/// both of these give <c>Memo</c> and <c>Person</c>.
/// </summary>
public sealed record PagePart(string Place, Type Component)
{
    /// <summary>Below the text of a memo, on its card and on its page.</summary>
    public const string UnderMemo = "under-memo";

    /// <summary>In the menu of a memo that is not in the trash; drawn when the menu is first opened.</summary>
    public const string MemoMenu = "memo-menu";

    /// <summary>The parameters of both.</summary>
    public static Dictionary<string, object> OfMemo(MemoCard memo, Person person) => new() { ["Memo"] = memo, ["Person"] = person };
}
