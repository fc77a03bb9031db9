using Microsoft.AspNetCore.Components;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Tags;

public sealed partial class TagsPage(TagService tags, CurrentUser currentUser, Live live, PrerenderHandover handover) : IDisposable
{
    private Guid _userId;
    private string _filter = "";
    private bool _failed;
    private (string Tag, TagAction Action)? _asked;
    private IDisposable? _subscription;

    /// <summary>Takes over the list as it was prerendered.</summary>
    [PersistentState] public string? Token { get; set; }

    private IReadOnlyList<TagCount>? All { get; set; }

    private List<TagCount> Shown => [.. All!.Where(tag => tag.Tag.Contains(TagRules.Clean(_filter), StringComparison.Ordinal))];

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _userId = (await currentUser.GetAsync()).Id;
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_userId != Guid.Empty) _subscription ??= live.Subscribe(Topics.Memos(_userId), _ => InvokeAsync(RefreshAsync));
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            (All, Token) = await handover.CarryAsync(Token, !RendererInfo.IsInteractive, () => tags.ListAllAsync(_userId));
            _failed = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = true;
        }
    }

    private void Ask(TagCount tag, TagAction action) => _asked = (tag.Tag, action);

    private static string Memos(int count) => count == 1 ? "1 memo" : $"{count} memos";
}
