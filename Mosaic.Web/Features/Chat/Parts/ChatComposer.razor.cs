using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Parts;

public sealed partial class ChatComposer
{
    private ElementReference _form;
    private PartScript? _script;
    private string? _refusal;
    private Guid? _speaker;
    private bool _busy, _adding;

    [Inject] private ChatService Chat { get; set; } = default!;
    [Inject] private VoiceService Voices { get; set; } = default!;
    [Inject] private IJSRuntime Runtime { get; set; } = default!;

    [Parameter, EditorRequired] public ConversationView View { get; set; } = default!;
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    /// <summary>Something was said.</summary>
    [Parameter] public EventCallback OnSaid { get; set; }

    private bool IsWriting => View.Messages is [.., { IsStreaming: true }];

    private string Placeholder => View.Voices switch
    {
        [] => "Add a voice to talk with",
        [var one] => $"Message {one.Name}",
        _ => "Message everybody, or @ one of them",
    };

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? (_script = new PartScript(Runtime, $"./{Assets["js/enter-sends.js"]}")).AttachAsync(_form, true)
        : Task.CompletedTask;

    private async Task SendAsync()
    {
        if (_busy || IsWriting || _script is null) return;
        _busy = true;
        if (await _script.ReadAsync("read", Message.MaxContent) is { } text && await TryAsync(() => Chat.SayAsync(Person.Id, View.Conversation.Id, text, speaker: _speaker))) await _script.CallAsync("sent");
        _busy = false;
    }

    private Task SpeakAsync() => _speaker is { } speaker ? TryAsync(() => Chat.SpeakAsync(Person.Id, View.Conversation.Id, speaker)) : Task.CompletedTask;

    private async Task AddAsync(Guid botId)
    {
        _adding = false;
        await TryAsync(() => Voices.AddAsync(Person.Id, View.Conversation.Id, botId));
    }

    private async Task<bool> TryAsync(Func<Task<ChatResult>> change)
    {
        try
        {
            _refusal = await change() switch { ChatResult.Refused refused => refused.Sentence, ChatResult.NotFound => "The conversation is not there any more.", _ => null };
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer, so nothing was sent. Your text is still here: try again in a moment.";
        }
        if (_refusal is null) await OnSaid.InvokeAsync();
        return _refusal is null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null) await _script.DisposeAsync();
    }
}
