using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>Every way a conversation went, as a tree to walk about in.</summary>
public sealed partial class MapPage(
    CurrentUser currentUser, TreeShapeReader shapes, TreeService tree, StoryBranchService branches, MarkdownRenderer markdown, Toasts toasts, Live live, NavigationManager navigation) : ComponentBase, IDisposable
{
    private const string Silent = "The database does not answer, so nothing was changed. Try again in a moment.";

    private readonly HashSet<Guid> _collapsed = [];
    private Person? _person;
    private TreeShape? _shape;
    private TreeTiles? _drawing;
    private Guid? _selected, _comparing, _naming, _read;
    private bool _failed, _busy;
    private IDisposable? _subscription;

    /// <summary>The conversation.</summary>
    [Parameter] public Guid Id { get; set; }

    private string Title => _shape is { Title.Length: > 0 } shape ? $"Map of {shape.Title}" : "Map";

    private string Ends => _drawing?.Tiles.Count(tile => tile.Node.IsLeaf) is { } ends and not 1 ? $"{ends:N0} ends shown" : "one end shown";

    private TreeTile? Selected => TileOf(_selected) ?? _drawing?.Tiles.FirstOrDefault(tile => tile.IsHere) ?? _drawing?.Tiles[^1];

    private TreeTile? Compared => TileOf(_comparing);

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Id) return;
        _read = Id;
        (_shape, _drawing, _selected, _comparing, _naming) = (null, null, null, null, null);
        _collapsed.Clear();
        _person ??= await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Chat(_person.Id), message => InvokeAsync(() => HearAsync(message.Payload)));
    }

    private async Task LoadAsync()
    {
        try
        {
            _shape = await shapes.ReadAsync(_person!.Id, Id);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
            return;
        }
        if (_shape is null) navigation.NotFound();
        else Draw();
    }

    private async Task HearAsync(string payload)
    {
        if (payload.Length > 0 && payload != Id.ToString()) return;
        try
        {
            if (await shapes.ReadAsync(_person!.Id, Id) is { } now)
            {
                _shape = now;
                Draw();
            }
        }
        catch (NpgsqlException)
        {
            // What is drawn stays.
        }
        StateHasChanged();
    }

    private void Draw() => _drawing = TreeTiles.Of(_shape!, _collapsed, markdown);

    private TreeTile? TileOf(Guid? place) => place is null ? null : _drawing?.Tiles.FirstOrDefault(tile => tile.Node.First == place);

    private void Select(Guid place) => _selected = place;

    private void Pick(Guid place)
    {
        _selected = place;
        if (_comparing is not null && _comparing != place) Compare(place);
    }

    private void Cancel() => (_comparing, _naming) = (null, null);

    private void Toggle(Guid place)
    {
        if (TileOf(place) is not { Node.IsLeaf: false }) return;
        _selected = place;
        if (!_collapsed.Add(place)) _collapsed.Remove(place);
        Draw();
    }

    private void Name(Guid place) => (_selected, _naming) = (place, place);

    private async Task NamedAsync(bool isKept)
    {
        _naming = null;
        if (isKept) await LoadAsync();
    }

    /// <summary>The first of two ways, or the second; the same again takes it back.</summary>
    private void Compare(Guid place)
    {
        if (TileOf(place) is null) return;
        if (Compared is { } first && first.Node.First != place) navigation.NavigateTo($"/chat/{Id}/compare?left={first.Node.Last}&right={TileOf(place)!.Node.Last}");
        else (_selected, _comparing) = (place, _comparing == place ? null : place);
    }

    private async Task OpenAsync(Guid place)
    {
        if (_comparing is not null && _comparing != place)
        {
            Compare(place);
            return;
        }
        if (TileOf(place) is not { } tile) return;
        // Where the path ends already it stays: the newest way on from there is another one.
        if (tile.IsHere || await TryAsync(() => tree.OpenAsync(_person!.Id, tile.Node.Last))) navigation.NavigateTo($"/chat/{Id}#message-{place}");
    }

    private async Task DeleteAsync(Guid place)
    {
        if (TileOf(place) is not { } tile || !await TryAsync(() => tree.DeleteAsync(_person!.Id, place))) return;
        var count = tile.Node.Count + tile.Node.Below;
        (_selected, _comparing) = (tile.Node.Parent is { } above ? _drawing!.Layout.Nodes[above].First : null, null);
        toasts.Show(count == 1 ? "The message is deleted." : $"{count:N0} messages are deleted.", "Undo", () => InvokeAsync(() => UndoAsync(() => tree.RestoreAsync(_person!.Id, place))));
        await LoadAsync();
    }

    private async Task UnnameAsync(Guid place)
    {
        try
        {
            if (await branches.FindAsync(_person!.Id, place) is not { } gone || !await TryAsync(() => branches.DeleteAsync(_person.Id, place))) return;
            toasts.Show($"“{gone.Title}” has no name any more. Its messages stay.", "Undo", () => InvokeAsync(() => UndoAsync(() => branches.RestoreAsync(_person.Id, gone))));
            await LoadAsync();
        }
        catch (NpgsqlException)
        {
            toasts.Show(Silent);
        }
    }

    private async Task UndoAsync(Func<Task<ChatResult>> undo)
    {
        await TryAsync(undo);
        await LoadAsync();
        StateHasChanged();
    }

    /// <summary>False where it was not done; why is said.</summary>
    private async Task<bool> TryAsync(Func<Task<ChatResult>> change)
    {
        if (_busy) return false;
        _busy = true;
        try
        {
            switch (await change())
            {
                case ChatResult.Refused refused: toasts.Show(refused.Sentence); return false;
                case ChatResult.NotFound: toasts.Show("This message is gone. The map is drawn anew."); await LoadAsync(); return false;
                default: return true;
            }
        }
        catch (NpgsqlException)
        {
            toasts.Show(Silent);
            return false;
        }
        finally
        {
            _busy = false;
        }
    }
}
