namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>
/// What a composer begins with. It travels from the prerendered page to the circuit, so that the live composer replaces the prerendered one
/// in one stroke: in a gap between them, keys would be lost.
/// </summary>
/// <param name="UserId">Whose composer it is.</param>
/// <param name="Zone">The zone times are told in.</param>
/// <param name="MaxFile">The largest file, in bytes.</param>
/// <param name="MemoId">The memo under edit; null in the composer of new memos.</param>
/// <param name="Saved">What the memo says now; null for a new one.</param>
/// <param name="Draft">What was written and not saved.</param>
/// <param name="IsTextLeftOut">The texts are too long to travel and come later; the browser has them on screen meanwhile.</param>
public sealed record OpenedEditor(Guid UserId, string Zone, long MaxFile, Guid? MemoId, Draft? Saved, Draft? Draft, bool IsTextLeftOut = false)
{
    /// <summary>The page hands its state to the circuit in one message of at most 32 KB, shared with all other components.</summary>
    private const int TravelLength = 2_000;

    public string Text => (Draft ?? Saved)?.Content ?? "";

    /// <summary>The same in a size that can travel.</summary>
    public OpenedEditor ForTravel() => (Draft?.Content.Length ?? 0) + (Saved?.Content.Length ?? 0) <= TravelLength
        ? this
        : this with { Saved = Saved is null ? null : Saved with { Content = "" }, Draft = Draft is null ? null : Draft with { Content = "" }, IsTextLeftOut = true };
}
