using Microsoft.AspNetCore.Components;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Ui;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>A small dialog that puts tags on one memo. It saves all at once, with an undo in the toast.</summary>
public sealed partial class TagEditor(TagService tags, CurrentUser currentUser, Toasts toasts)
{
    private readonly string _form = UniqueId.Next("tags");
    private IReadOnlyList<TagCount> _own = [];
    private IReadOnlyList<string> _inText = [];
    private List<string> _putOn = [];
    private Guid _userId;
    private string _typed = "";
    private string? _sentence;
    private bool _gone, _busy;

    [Parameter, EditorRequired] public Guid MemoId { get; set; }

    /// <summary>What the memo carries as far as the page knows; shown until the memo itself was read.</summary>
    [Parameter] public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The tags were saved; all tags of the memo as they are now.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>> OnChanged { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>Own tags that the memo does not carry and that hold what is typed, those used most first.</summary>
    private IEnumerable<string> Suggested => _own
        .Where(tag => tag.Tag.Contains(TagRules.Clean(_typed), StringComparison.Ordinal) && !_inText.Contains(tag.Tag) && !_putOn.Contains(tag.Tag))
        .OrderByDescending(tag => tag.Count).Select(tag => tag.Tag);

    protected override async Task OnInitializedAsync()
    {
        _inText = Tags;
        _userId = (await currentUser.GetAsync()).Id;
        var tagging = await tags.FindAsync(_userId, MemoId);
        _gone = tagging is null;
        (_inText, _putOn) = (tagging?.InText ?? [], [.. tagging?.PutOn ?? []]);
        _own = await tags.ListAllAsync(_userId);
    }

    private void Add(string name)
    {
        _sentence = TagRules.Refuse(name);
        if (_sentence is not null) return;
        var tag = TagRules.Clean(name);
        if (!_inText.Contains(tag) && !_putOn.Contains(tag)) _putOn.Add(tag);
        _typed = "";
    }

    private void TakeOff(string tag) => _putOn.Remove(tag);

    /// <summary>Enter adds what is typed, and saves when nothing is.</summary>
    private Task SaveAsync()
    {
        if (string.IsNullOrWhiteSpace(_typed)) return FinishAsync();
        Add(_typed);
        return Task.CompletedTask;
    }

    private async Task FinishAsync()
    {
        if (_busy) return;
        if (!string.IsNullOrWhiteSpace(_typed)) Add(_typed);
        if (_sentence is not null) return;
        _busy = true;
        try
        {
            await FinishAsync(await tags.PutOnAsync(_userId, MemoId, _putOn));
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task FinishAsync(TagResult result)
    {
        switch (result)
        {
            case TagResult.Done { Changes: [var change] }:
                if (!change.TagsBefore.ToHashSet().SetEquals(change.Tags))
                    toasts.Show("Tags saved.", "Undo", () => tags.PutOnAsync(_userId, MemoId, [.. change.TagsBefore.Except(_inText)]));
                await OnChanged.InvokeAsync(change.Tags);
                await OnClose.InvokeAsync();
                break;
            case TagResult.Refused refused:
                _sentence = refused.Sentence;
                break;
            default:
                _gone = true;
                break;
        }
    }
}
