using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>A list of documents that follows what becomes of them.</summary>
public sealed partial class DocumentList(CurrentUser currentUser, DocumentService documents, BotService bots, ConversationService conversations, Toasts toasts, Live live) : ComponentBase, IDisposable
{
    private const string Silent = "The database does not answer, so nothing was changed. Try again in a moment.";

    private Person? _person;
    private IReadOnlyList<DocumentCard>? _documents;
    private DocumentTargets _targets = DocumentTargets.None;
    private bool _failed, _isReading, _isStale;
    private IDisposable? _subscription;

    /// <summary>Only what is known there; what is added is known there alone.</summary>
    [Parameter] public Guid? ConversationId { get; set; }

    /// <summary>Only what this bot knows; what is added it alone knows.</summary>
    [Parameter] public Guid? BotId { get; set; }

    private DocumentTarget? Fixed => ConversationId is { } conversation ? DocumentTarget.OfConversation(conversation) : BotId is { } bot ? DocumentTarget.OfBot(bot) : null;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Memories(_person.Id), _ => InvokeAsync(HearAsync));
    }

    /// <summary>A document on its way tells several times a second; while one reading goes on, one more is enough.</summary>
    private async Task HearAsync()
    {
        _isStale = true;
        if (_isReading) return;
        _isReading = true;
        try
        {
            while (_isStale)
            {
                _isStale = false;
                _documents = await documents.ListAsync(_person!.Id, ConversationId, BotId);
                StateHasChanged();
            }
        }
        catch (NpgsqlException)
        {
            // What is on screen stays.
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            _documents = await documents.ListAsync(_person!.Id, ConversationId, BotId);
            _targets = await DocumentTargets.ReadAsync(_person.Id, bots, conversations);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private Task RetryAsync(DocumentCard document) => TryAsync(() => documents.RetryAsync(_person!.Id, document.Id));

    private Task MoveAsync((DocumentCard Document, DocumentTarget Target) wish) => TryAsync(async () =>
    {
        if (await documents.MoveAsync(_person!.Id, wish.Document.Id, wish.Target) is DocumentResult.NotFound) toasts.Show("It is not there any more.");
    });

    private Task DeleteAsync(DocumentCard document) => TryAsync(async () =>
    {
        if (await documents.DeleteAsync(_person!.Id, document.Id))
            toasts.Show($"“{document.ShownTitle}” is deleted.", "Undo", () => InvokeAsync(() => TryAsync(() => documents.RestoreAsync(_person.Id, document.Id))));
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
