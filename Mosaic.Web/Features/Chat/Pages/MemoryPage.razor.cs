using Microsoft.AspNetCore.Components;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>The ledger of what bots keep of a person; <c>?bot=</c> and <c>?conversation=</c> narrow it.</summary>
public sealed partial class MemoryPage(CurrentUser currentUser, BotService bots, ConversationService conversations, NavigationManager navigation) : ComponentBase
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Person? _person;
    private IReadOnlyList<Bot> _bots = [];
    private string? _conversation;
    private string _text = "", _sought = "";
    private bool _failed;
    private int _typed;

    /// <summary>What this bot knows.</summary>
    [SupplyParameterFromQuery] private Guid? Bot { get; set; }

    /// <summary>What was said there.</summary>
    [SupplyParameterFromQuery] private Guid? Conversation { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private static string AddressOf(Guid? bot, Guid? conversation)
    {
        var narrow = string.Join('&', new[] { bot is null ? null : $"bot={bot}", conversation is null ? null : $"conversation={conversation}" }.OfType<string>());
        return narrow.Length > 0 ? $"/chat/memory?{narrow}" : "/chat/memory";
    }

    private async Task LoadAsync()
    {
        try
        {
            var person = await currentUser.GetAsync();
            _bots = await bots.ListAsync(person.Id);
            _conversation = Conversation is { } id && await conversations.FindAsync(person.Id, id) is { Title.Length: > 0 } found ? found.Title : null;
            (_person, _failed) = (person, false);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private void Choose(ChangeEventArgs args) => navigation.NavigateTo(AddressOf(Guid.TryParse(args.Value?.ToString(), out var bot) ? bot : null, Conversation));

    private async Task SearchAsync(ChangeEventArgs args)
    {
        _text = args.Value?.ToString() ?? "";
        var typed = ++_typed;
        await Task.Delay(SearchPause);
        if (typed == _typed) _sought = _text;
    }
}
