using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Web.Features.Chat.Parts;

public sealed partial class TreeMap(IJSRuntime runtime) : ComponentBase, IAsyncDisposable
{
    private static readonly string Tile = OutlineOf(TreeLayout.TileWidth, TreeLayout.TileHeight, round: 14, square: 4);

    private ElementReference _element;
    private PartScript? _script;
    private DotNetObjectReference<TreeMap>? _self;
    private TreeTiles? _drawn;
    private Guid? _drawnComparing;

    /// <summary>What is drawn; only another one is drawn anew.</summary>
    [Parameter, EditorRequired] public TreeTiles Drawing { get; set; } = default!;

    /// <summary>The place that another one is sought for.</summary>
    [Parameter] public Guid? Comparing { get; set; }

    /// <summary>The focus came to a place; this and all others are named by their first message.</summary>
    [Parameter] public EventCallback<Guid> OnSelect { get; set; }

    /// <summary>A place was pressed.</summary>
    [Parameter] public EventCallback<Guid> OnPick { get; set; }

    /// <summary>Enter, or pressed twice.</summary>
    [Parameter] public EventCallback<Guid> OnOpen { get; set; }

    /// <summary>What is below it shall be hidden, or shown.</summary>
    [Parameter] public EventCallback<Guid> OnToggle { get; set; }

    [Parameter] public EventCallback<Guid> OnName { get; set; }

    [Parameter] public EventCallback<Guid> OnCompare { get; set; }

    [Parameter] public EventCallback<Guid> OnDelete { get; set; }

    /// <summary>Esc.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    /// <summary>What was done to a place, as the script calls it.</summary>
    [JSInvokable]
    public Task ActAsync(string act, Guid place) => act switch
    {
        "select" => OnSelect.InvokeAsync(place),
        "pick" => OnPick.InvokeAsync(place),
        "open" => OnOpen.InvokeAsync(place),
        "toggle" => OnToggle.InvokeAsync(place),
        "name" => OnName.InvokeAsync(place),
        "compare" => OnCompare.InvokeAsync(place),
        "delete" => OnDelete.InvokeAsync(place),
        "cancel" => OnCancel.InvokeAsync(),
        _ => Task.CompletedTask,
    };

    public async ValueTask DisposeAsync()
    {
        if (_script is not null) await _script.DisposeAsync();
        _self?.Dispose();
    }

    protected override bool ShouldRender() => _drawn != Drawing || _drawnComparing != Comparing;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        (_drawn, _drawnComparing) = (Drawing, Comparing);
        if (!firstRender)
        {
            if (_script is not null) await _script.CallAsync("refresh");
            return;
        }
        _self = DotNetObjectReference.Create(this);
        _script = new PartScript(runtime, "./Features/Chat/Parts/TreeMap.razor.js");
        await _script.AttachAsync(_element, _self);
    }

    private Guid? ParentOf(TreeNode node) => node.Parent is { } parent ? Drawing.Layout.Nodes[parent].First : null;

    private string ClassOf(TreeTile tile) =>
        $"tree-node tree-c{tile.Node.Color}{(tile.Message.IsOpen ? " tree-open" : "")}{(tile.Message.Branch is null ? "" : " tree-named")}{(tile.Node.IsLeaf ? " tree-leaf" : "")}"
        + $" tree-{tile.Message.State}{(tile.IsHere ? " tree-here" : "")}{(tile.Node.First == Comparing ? " tree-compared" : "")}";

    private static string LineOf(TreeNode above, TreeNode below)
    {
        var (x, y, toX, toY) = (above.X + (TreeLayout.TileWidth / 2), above.Y + TreeLayout.TileHeight, below.X + (TreeLayout.TileWidth / 2), below.Y);
        var middle = (y + toY) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x} {y}C{x} {middle} {toX} {middle} {toX} {toY}");
    }

    /// <summary>The tile of the house: round, and one corner square.</summary>
    private static string OutlineOf(int width, int height, int round, int square) => string.Create(CultureInfo.InvariantCulture,
        $"M{round} 0H{width - round}a{round} {round} 0 0 1 {round} {round}V{height - round}a{round} {round} 0 0 1 -{round} {round}H{square}a{square} {square} 0 0 1 -{square} -{square}V{round}a{round} {round} 0 0 1 {round} -{round}Z");
}
