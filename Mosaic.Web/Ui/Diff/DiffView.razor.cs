using Microsoft.AspNetCore.Components;

namespace Mosaic.Web.Ui.Diff;

/// <summary>Shows what changed between two texts, in words.</summary>
public sealed partial class DiffView
{
    /// <summary>Above this many characters the comparison leaves the circuit's thread, so that the page stays alive meanwhile.</summary>
    private const int LongText = 20_000;

    private IReadOnlyList<DiffSegment>? _segments;
    private List<DiffStretch> _stretches = [];
    private List<DiffRow> _rows = [];
    private (string Old, string New)? _compared;

    [Parameter, EditorRequired] public string Old { get; set; } = "";
    [Parameter, EditorRequired] public string New { get; set; } = "";
    [Parameter] public DiffMode Mode { get; set; } = DiffMode.Inline;

    /// <summary>The head of the left column; said to screen readers too.</summary>
    [Parameter] public string OldTitle { get; set; } = "Before";

    [Parameter] public string NewTitle { get; set; } = "After";

    private string Summary =>
        $"{Count(DiffKind.Added, "addition")} and {Count(DiffKind.Removed, "removal")} from {OldTitle} to {NewTitle}.";

    protected override async Task OnParametersSetAsync()
    {
        var texts = (Old, New);
        if (_compared == texts) return;
        _compared = texts;
        var segments = Old.Length + New.Length > LongText
            ? await CompareApartAsync(texts)
            : WordDiff.Compare(Old, New);
        if (_compared != texts) return;
        _segments = segments;
        _stretches = DiffFold.Fold(segments);
        _rows = DiffRow.From(segments);
    }

    private async Task<IReadOnlyList<DiffSegment>> CompareApartAsync((string Old, string New) texts)
    {
        _segments = null;
        return await Task.Run(() => WordDiff.Compare(texts.Old, texts.New));
    }

    private string Count(DiffKind kind, string word) =>
        _segments!.Count(segment => segment.Kind == kind) is var count && count == 1 ? $"1 {word}" : $"{count} {word}s";
}
