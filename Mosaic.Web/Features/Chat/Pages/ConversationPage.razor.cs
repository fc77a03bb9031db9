using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Parts;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>One conversation: the open path of its tree, what the last answer drew on, and where more is said. Answers grow beside the circuit, in <c>growing-answer</c>.</summary>
public sealed partial class ConversationPage(
    CurrentUser currentUser, ConversationReader reader, ConversationService conversations, NavigationManager navigation, PrerenderHandover handover, IJSRuntime script, Live live) : ComponentBase, IAsyncDisposable
{
    private Person? _person;
    private ConversationView? _view;
    private Guid _read;
    private Guid? _chosen;
    private bool _failed, _isMissing;
    private int _most = ConversationReader.PageSize;
    private ElementReference _log;
    private ChatComposer? _composer;
    private PartScript? _script;
    private IDisposable? _subscription;

    [Parameter] public Guid Id { get; set; }

    /// <summary>Hands what was read while prerendering to the circuit.</summary>
    [PersistentState] public string? Handover { get; set; }

    private string Title => _view!.Conversation.Title is { Length: > 0 } title ? title : _view.Voices is [var first, ..] ? first.Name : "Chat";

    /// <summary>The answer whose sources are shown: the chosen one, or else the last that has any.</summary>
    private MessageView? Shown => _view!.Messages.FirstOrDefault(message => message.Id == _chosen) ?? _view.Messages.LastOrDefault(message => !message.IsPerson && message.Message.Metadata.Sources.Count > 0);

    private string Status => _view!.Messages switch
    {
        [.., { IsStreaming: true } writing] => $"{writing.Name} is writing.",
        [.., { IsPerson: false, Message.State: MessageState.Complete } last] => $"{last.Name} has answered.",
        _ => "",
    };

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await LeaveConversationAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Id) return;
        await LeaveConversationAsync();
        (_read, _view, _isMissing, _failed, _chosen, _most) = (Id, null, false, false, null, ConversationReader.PageSize);
        _person ??= await currentUser.GetAsync();
        try
        {
            var (read, token) = await handover.CarryAsync(Handover, !RendererInfo.IsInteractive, async () => new Reading(await reader.FindAsync(_person.Id, Id, _most)));
            (Handover, _view, _isMissing) = (token, read.View, read.View is null);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
        if (_isMissing && !RendererInfo.IsInteractive) navigation.NotFound();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_person is null) return;
        if (_subscription is null)
        {
            _subscription = live.Subscribe(Topics.Chat(_person.Id), message => message.Payload.Length > 0 && message.Payload != Id.ToString() ? Task.CompletedTask : InvokeAsync(ReloadAsync));
            // What was being written when the page was read may have ended before anybody listened.
            if (_view?.Messages.Any(message => message.IsStreaming) is true) await ReloadAsync();
        }
        if (_view is null || _script is not null) return;
        _script = new PartScript(script, $"./{Assets["js/chat/conversation.js"]}");
        await _script.AttachAsync(_log);
    }

    private async Task LoadAsync()
    {
        try
        {
            _view = await reader.FindAsync(_person!.Id, Id, _most);
            (_isMissing, _failed) = (_view is null, false);
        }
        catch (NpgsqlException)
        {
            _failed = _view is null;
        }
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task EarlierAsync()
    {
        _most += ConversationReader.PageSize;
        return LoadAsync();
    }

    private async Task SaidAsync()
    {
        _chosen = null;
        await ReloadAsync();
        if (_script is not null) await _script.CallAsync("follow");
    }

    private void LeaveAsync() => navigation.NavigateTo("/chat");

    /// <summary>A temporary one leaves nothing behind; where the circuit just ends, the sweeper follows.</summary>
    private async Task LeaveConversationAsync()
    {
        if (_script is not null) await _script.DisposeAsync();
        _script = null;
        if (_view is { Conversation.IsTemporary: true } && RendererInfo.IsInteractive) await conversations.DeleteAsync(_person!.Id, _view.Conversation.Id);
    }

    private sealed record Reading(ConversationView? View);
}
