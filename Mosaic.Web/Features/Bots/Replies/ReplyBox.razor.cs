using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Bots.Replies;

public sealed partial class ReplyBox
{
    /// <summary>Large enough for a model to read, in pixels; the browser makes it smaller before it is sent.</summary>
    private const int PictureSide = 1_568;

    private const long MaxPicture = 4 << 20;

    /// <summary>Of more than these nobody can have meant each.</summary>
    private const int MostChosen = 100;

    private readonly List<MemoFile> _pictures = [];
    private ElementReference _form;
    private PartScript? _script;
    private string _question = "";
    private string? _refusal;
    private bool _busy;

    [Inject] private ReplyService Replies { get; set; } = default!;
    [Inject] private PictureStore Pictures { get; set; } = default!;
    [Inject] private IJSRuntime Runtime { get; set; } = default!;

    [Parameter, EditorRequired] public ReplyCard Reply { get; set; } = default!;
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    /// <summary>The bot has not answered what was said last.</summary>
    [Parameter] public bool IsWriting { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? (_script = new PartScript(Runtime, $"./{Assets["js/enter-sends.js"]}")).AttachAsync(_form, true)
        : Task.CompletedTask;

    private async Task SendAsync()
    {
        if (_busy || IsWriting) return;
        (_busy, _refusal) = (true, null);
        switch (await Replies.AskInThreadAsync(Person.Id, Reply.Id, _question, [.. _pictures.Select(picture => picture.Id)]))
        {
            case ReplyResult.Begun:
                _question = "";
                _pictures.Clear();
                if (_script is not null) await _script.CallAsync("sent");
                break;
            case ReplyResult.Refused refused:
                _refusal = refused.Sentence;
                break;
            default:
                _refusal = "This reply is not there any more.";
                break;
        }
        _busy = false;
    }

    private async Task ShowAsync(InputFileChangeEventArgs chosen)
    {
        (_busy, _refusal) = (true, null);
        try
        {
            foreach (var file in chosen.GetMultipleFiles(MostChosen).Take(BotReplyResource.Most - _pictures.Count))
            {
                await using var bytes = await PictureStore.ShrinkAsync(file, "image/jpeg", PictureSide, MaxPicture);
                var (kept, refusal) = await Pictures.StoreAsync(Person.Id, Path.ChangeExtension(file.Name, ".jpg"), bytes, new StoreOptions { MaxLength = MaxPicture });
                if (kept is not null) _pictures.Add(new MemoFile(kept.Id, kept.Filename, kept.ResourceType, kept.MimeType, kept.FileSize));
                _refusal ??= refusal;
            }
            if (chosen.FileCount > BotReplyResource.Most) _refusal ??= $"A question has at most {BotReplyResource.Most} pictures.";
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            _refusal = PictureStore.NoPicture;
        }
        finally
        {
            _busy = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null) await _script.DisposeAsync();
    }
}
