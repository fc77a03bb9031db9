using Microsoft.AspNetCore.Components;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Editor;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Parts;

public sealed partial class DayArticle(
    DiaryReading reading, DiaryService diaries, MoodService moods, DraftDesk drafts, PageDrafts texts, Live live, Toasts toasts, TimeProvider clock)
{
    private readonly List<IDisposable> _subscriptions = [];
    private DayView? _day;
    private MoodNames? _moods;
    private DateOnly _shown;
    private string? _refusal;
    private bool _failed, _editing, _asking, _purging, _hasText;

    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Date { get; set; }

    /// <summary>The date leads to the page of the day.</summary>
    [Parameter] public bool Linked { get; set; }

    /// <summary>Told what the day is, whenever it was read.</summary>
    [Parameter] public EventCallback<DayView> OnRead { get; set; }

    private TimeProvider Clock => clock;

    private string Name => Person.DayName(Date, clock.GetUtcNow());

    private bool Drafting => _day?.Progress is { IsUnderWay: true };

    private string Newer => _day!.NewerMemos == 1 ? "1 memo is newer than this page." : $"{_day.NewerMemos} memos are newer than this page.";

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Date) return;
        (_shown, _day, _editing, _refusal) = (Date, null, false, null);
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        _subscriptions.Add(live.Subscribe(Topics.Diary(Person.Id), message => message.Payload is "" || message.Payload == $"{Date:yyyy-MM-dd}" ? FollowAsync() : Task.CompletedTask));
        _subscriptions.Add(live.Subscribe(Topics.Memos(Person.Id), _ => FollowAsync()));
        _subscriptions.Add(live.Subscribe(Topics.JobsChanged, _ => Drafting ? FollowAsync() : Task.CompletedTask));
    }

    private Task FollowAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        try
        {
            _moods = new MoodNames(await moods.ListAsync(Person.Id));
            _day = await reading.DayAsync(Person, Date);
            _hasText = await texts.FindAsync(Person.Id, Date) is not null;
            _failed = false;
            await OnRead.InvokeAsync(_day);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private Task KeepAsync() => ChangeAsync(new DiaryEdit(Date, 0) { Keeps = true });

    private Task LockAsync(bool locked) => ChangeAsync(new DiaryEdit(Date, 0) { IsLocked = locked, Keeps = locked });

    private async Task ChangeAsync(DiaryEdit edit)
    {
        _refusal = await diaries.SaveAsync(Person.Id, edit) switch
        {
            DiaryResult.Saved => null,
            DiaryResult.Refused refused => refused.Sentence,
            _ => "This page is gone, or in the trash.",
        };
        await LoadAsync();
    }

    /// <summary>An untouched draft is made anew at once; what somebody wrote or kept, only when they say so again.</summary>
    private Task AskForDraftAsync()
    {
        if (_day?.Page is null or { State: DiaryState.Draft }) return DraftAsync();
        _asking = true;
        return Task.CompletedTask;
    }

    private async Task DraftAsync()
    {
        _asking = false;
        _refusal = await drafts.AskAsync(Person.Id, Date) switch
        {
            DraftAsking.Refused refused => refused.Sentence,
            DraftAsking.NoMemos => "This day has no memo to draft from.",
            _ => null,
        };
        await LoadAsync();
    }

    private async Task TrashAsync()
    {
        if (await diaries.TrashAsync(Person.Id, Date)) toasts.Show("The page is in the trash.", "Undo", () => diaries.RestoreAsync(Person.Id, Date));
        await LoadAsync();
    }

    private async Task RestoreAsync()
    {
        await diaries.RestoreAsync(Person.Id, Date);
        await LoadAsync();
    }

    private async Task PurgeAsync()
    {
        _purging = false;
        await diaries.PurgeAsync(Person.Id, Date);
        await LoadAsync();
    }

    private async Task CloseAsync()
    {
        _editing = false;
        await LoadAsync();
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
