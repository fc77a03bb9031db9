using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What a composer begins with. Small ones travel from the prerendered page to the circuit, so that nothing blinks.</summary>
/// <param name="MemoId">The memo under edit; null in the composer of new memos.</param>
/// <param name="Memo">What the memo says now; null for a new one.</param>
/// <param name="Draft">What was written and not saved.</param>
public sealed record OpenedEditor(Guid? MemoId, MemoCard? Memo, Draft? Draft)
{
    /// <summary>The page hands its state to the circuit in one message of at most 32 KB, shared with all other components.</summary>
    private const int SmallLength = 2_000;

    public string Text => Draft?.Content ?? Memo?.Content ?? "";

    public bool IsSmall => (Draft?.Content.Length ?? 0) + (Memo?.Content.Length ?? 0) <= SmallLength;
}
