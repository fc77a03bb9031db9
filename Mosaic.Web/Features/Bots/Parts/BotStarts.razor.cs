using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Bots.Parts;

/// <summary>Makes a bot of a persona of the gallery or of a card, and opens its page.</summary>
public sealed partial class BotStarts(BotService bots, BotPictures pictures, ImportNotes notes, Toasts toasts, NavigationManager navigation, IJSRuntime runtime) : ComponentBase, IAsyncDisposable
{
    private const string TooLarge = "A character card has at most 5 MB. Choose a smaller file.";

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _element;
    private PartScript? _script;
    private string? _refusal;
    private bool _busy;
    private int _tries;

    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        if (_script is not null) await _script.DisposeAsync();
        _gone.Dispose();
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? (_script = new PartScript(runtime, "./Features/Bots/Parts/BotStarts.razor.js")).AttachAsync(_element)
        : Task.CompletedTask;

    private Task MakeAsync(BotSheet sheet) => OnceAsync(async () =>
    {
        if (await KeepAsync(sheet) is not { } id) return;
        toasts.Show(sheet.AutoReply ? $"{sheet.Name} reads along now. Change here when it replies." : $"{sheet.Name} is here. Change here when it replies.");
        navigation.NavigateTo($"/bots/{id}");
    });

    private Task ImportAsync(InputFileChangeEventArgs chosen) => OnceAsync(async () =>
    {
        if (chosen.FileCount == 0) return;
        if (chosen.File.Size > CharacterCards.MaxLength)
        {
            _refusal = TooLarge;
            return;
        }
        switch (CharacterCards.Read(await ReadAsync(chosen.File)))
        {
            case CardReading.Refused refused:
                _refusal = refused.Sentence;
                break;
            case CardReading.Read read when await KeepAsync(read.Sheet) is { } id:
                await FaceAsync(id, read.Picture);
                notes.Leave(id, read.Ignored);
                navigation.NavigateTo($"/bots/{id}");
                break;
        }
    });

    private async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(CharacterCards.MaxLength, _gone.Token);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, _gone.Token);
        return bytes.ToArray();
    }

    /// <summary>The new bot's id, or null and a sentence that says why there is none.</summary>
    private async Task<Guid?> KeepAsync(BotSheet sheet)
    {
        switch (await bots.MakeAsync(Person.Id, sheet))
        {
            case BotResult.Saved saved:
                return saved.Bot.Id;
            case BotResult.Refused refused:
                _refusal = refused.Sentence;
                return null;
            default:
                return null;
        }
    }

    /// <summary>A bot without its picture is a bot all the same.</summary>
    private async Task FaceAsync(Guid id, byte[]? picture)
    {
        if (picture is null) return;
        using var stream = new MemoryStream(picture);
        if (await pictures.ChangeAsync(Person.Id, id, "avatar.png", stream) is { } sentence) toasts.Show($"The picture was left out. {sentence}");
    }

    private async Task OnceAsync(Func<Task> work)
    {
        if (_busy) return;
        (_busy, _refusal) = (true, null);
        try
        {
            await work();
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer, so nothing was made. Try again in a moment.";
        }
        catch (IOException)
        {
            _refusal = "The file could not be read to its end. Choose it again.";
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser left meanwhile, and the file with it.
        }
        finally
        {
            _busy = false;
            // Drawn anew, so that the same file can be chosen again after a refusal.
            _tries++;
        }
    }
}
