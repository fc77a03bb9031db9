using Microsoft.AspNetCore.Components;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Tags;

public sealed partial class TagsPage(TagService tags, CurrentUser currentUser, Live live) : IDisposable
{
    private Guid _userId;
    private string _filter = "";
    private bool _failed;
    private (string Tag, TagAction Action)? _asked;
    private IDisposable? _subscription;

    [PersistentState] public IReadOnlyList<TagCount>? All { get; set; }

    private List<TagCount> Shown => [.. All!.Where(tag => tag.Tag.Contains(TagRules.Clean(_filter), StringComparison.Ordinal))];

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _userId = (await currentUser.GetAsync()).Id;
        if (All is null) await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _subscription = live.Subscribe(Topics.Memos(_userId), _ => InvokeAsync(RefreshAsync));
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
            All = await tags.ListAllAsync(_userId);
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
