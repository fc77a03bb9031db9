using Microsoft.AspNetCore.Components;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>What went into the prompt of an answer, what did not, and why: sizes as they were then, texts as they are now.</summary>
public sealed partial class PromptPage(CurrentUser currentUser, ConversationReader reader, PromptTexts texts, NavigationManager navigation) : ComponentBase
{
    private MessageView? _view;
    private IReadOnlyDictionary<Guid, string> _texts = new Dictionary<Guid, string>();
    private bool _failed, _isMissing;

    [Parameter] public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (_isMissing && !RendererInfo.IsInteractive) navigation.NotFound();
    }

    private async Task LoadAsync()
    {
        try
        {
            var person = await currentUser.GetAsync();
            _view = await reader.MessageAsync(person.Id, Id);
            (_isMissing, _failed) = (_view is null, false);
            if (_view?.Message.Metadata.Window is { } window) _texts = await texts.ReadAsync(person.Id, [.. window.Parts.Select(part => part.Id).OfType<Guid>().Distinct()]);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private static int Used(MessageWindow window) => window.Parts.Where(part => part.Dropped is null).Sum(part => part.Tokens);

    private static IEnumerable<(string Name, int Tokens)> Shares(MessageWindow window) =>
        window.Parts.Where(part => part.Dropped is null).GroupBy(part => part.Kind).Select(kind => (PromptWords.Of(kind.Key), kind.Sum(part => part.Tokens)));
}
