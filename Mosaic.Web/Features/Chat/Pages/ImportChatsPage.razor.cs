using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat.Importing;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>Brings chats of other programs in: a file is read, what it holds is shown, and only then anything is made.</summary>
public sealed partial class ImportChatsPage(CurrentUser currentUser, ChatImportService imports, BotService bots) : ComponentBase, IAsyncDisposable
{
    /// <summary>Longer lists end here.</summary>
    internal const int Shown = 50;

    private readonly CancellationTokenSource _gone = new();
    private Person? _person;
    private IReadOnlyList<Bot> _bots = [];
    private ChatImport.Read? _file;
    private ImportReport? _report;
    private ImportOutcome? _outcome;
    private Guid? _botId;
    private string? _refusal, _status;
    private bool _busy, _undone;
    private int _tries;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var person = await currentUser.GetAsync();
        try
        {
            _bots = await bots.ListAsync(person.Id);
        }
        catch (NpgsqlException)
        {
            // Chats can be brought in without a bot to go on with.
        }
        _person = person;
    }

    internal static string About(ReportedChat chat) =>
        $"{Count(chat.Messages, "message")}{(chat.Ways > 1 ? $", {chat.Ways.ToString("N0", CultureInfo.InvariantCulture)} ways" : "")}{(chat.Shortened > 0 ? $", {chat.Shortened.ToString("N0", CultureInfo.InvariantCulture)} too long and shortened" : "")}";

    private static string Count(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private Task ReadAsync(InputFileChangeEventArgs chosen) => OnceAsync("Reading the file…", async () =>
    {
        if (chosen.FileCount == 0) return;
        if (chosen.File.Size > ChatImports.MaxBytes)
        {
            _refusal = ChatImports.TooLarge;
            return;
        }
        await using var stream = chosen.File.OpenReadStream(ChatImports.MaxBytes, _gone.Token);
        switch (await ChatImports.ReadAsync(stream, chosen.File.Name, _gone.Token))
        {
            case ChatImport.Refused refused:
                _refusal = refused.Sentence;
                break;
            case ChatImport.Read read:
                (_file, _report) = (read, await imports.ReportAsync(_person!.Id, read, _gone.Token));
                break;
        }
    });

    private Task ImportAsync() => OnceAsync("Importing…", async () =>
    {
        if (_file is null || _report is null) return;
        var count = _report.New.Count;
        _outcome = await imports.ImportAsync(_person!.Id, _file, _botId, done => InvokeAsync(() =>
        {
            _status = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {count:N0} imported…");
            StateHasChanged();
        }), _gone.Token);
        if (_outcome is null) _refusal = "This bot is gone. Choose another one to go on with.";
    });

    private Task UndoAsync() => OnceAsync("Undoing the import…", async () =>
    {
        await imports.UndoAsync(_person!.Id, _outcome!.Ids, _gone.Token);
        _undone = true;
    });

    private void Restart() => (_file, _report, _outcome, _refusal, _status, _undone) = (null, null, null, null, null, false);

    private async Task OnceAsync(string status, Func<Task> work)
    {
        if (_busy) return;
        (_busy, _refusal, _status) = (true, null, status);
        try
        {
            await work();
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer. What was imported so far stays; try again in a moment, nothing is imported twice.";
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
            (_busy, _status) = (false, null);
            // Drawn anew, so that the same file can be chosen again after a refusal.
            _tries++;
        }
    }
}
