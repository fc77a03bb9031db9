using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>A list of facts that follows what becomes of them.</summary>
public sealed partial class MemoryList(CurrentUser currentUser, MemoryService memories, MemoryForgetting forgetting, Toasts toasts, Live live) : ComponentBase, IDisposable
{
    private const string Silent = "The database does not answer, so nothing was changed. Try again in a moment.";
    private const int MostCompact = 8;

    private Person? _person;
    private IReadOnlyList<MemoryEntry>? _memories;
    private (Guid?, Guid?, string)? _shown;
    private bool _failed, _hasMore;
    private int _most = MemoryService.PageSize;
    private IDisposable? _subscription;

    /// <summary>Only what was said there.</summary>
    [Parameter] public Guid? ConversationId { get; set; }

    /// <summary>Only what this bot knows.</summary>
    [Parameter] public Guid? BotId { get; set; }

    /// <summary>Only what says this.</summary>
    [Parameter] public string Text { get; set; } = "";

    /// <summary>Just the texts, a few of them, and a link to the ledger.</summary>
    [Parameter] public bool Compact { get; set; }

    private string LedgerAddress => ConversationId is { } conversation ? $"/chat/memory?conversation={conversation}" : BotId is { } bot ? $"/chat/memory?bot={bot}" : "/chat/memory";

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        if (_shown == (ConversationId, BotId, Text)) return;
        _shown = (ConversationId, BotId, Text);
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Memories(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
    }

    private async Task LoadAsync()
    {
        var most = Compact ? MostCompact : _most;
        try
        {
            var found = await memories.ListAsync(_person!.Id, new MemoryFilter { BotId = BotId, ConversationId = ConversationId, Text = Text }, most: most + 1);
            (_memories, _hasMore, _failed) = ([.. found.Take(most)], found.Count > most, false);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private Task MoreAsync()
    {
        _most += MemoryService.PageSize;
        return LoadAsync();
    }

    private async Task<string?> SaveAsync(MemoryEntry memory, string content)
    {
        string? refusal = null;
        await TryAsync(async () => refusal = (await memories.EditAsync(_person!.Id, memory.Id, content) as MemoryResult.Refused)?.Sentence);
        return refusal;
    }

    private Task PinAsync(MemoryEntry memory) => TryAsync(() => memories.PinAsync(_person!.Id, memory.Id, !memory.IsPinned));

    private Task WidenAsync((MemoryEntry Memory, string Scope) wish) => TryAsync(() => memories.SetScopeAsync(_person!.Id, wish.Memory.Id, wish.Scope));

    private Task ForgetAsync(MemoryEntry memory) => TryAsync(async () =>
    {
        if (await forgetting.ForgetAsync(_person!.Id, memory.Id) is not { } forgotten) return;
        var text = memory.SourceMessageId is null ? "It is forgotten." : "It is forgotten: bots read the message that says it no more.";
        toasts.Show(text, "Undo", () => InvokeAsync(() => TryAsync(() => forgetting.RestoreAsync(_person.Id, forgotten))));
    });

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (NpgsqlException)
        {
            toasts.Show(Silent);
        }
        await LoadAsync();
        StateHasChanged();
    }
}
