using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>What begins a conversation.</summary>
internal sealed record NewConversationJson(
    [property: Description("One of your bots, or one that others offer.")] Guid BotId,
    [property: Description("What it is called; left out, it is named after its first exchange."), MaxLength(Conversation.MaxTitle)] string? Title = null,
    [property: Description("Nothing is remembered of it, and it is gone an hour after the last word.")] bool IsTemporary = false) : IChecked
{
    public IEnumerable<(string, string)> Check()
    {
        if (Title?.Length > Conversation.MaxTitle) yield return ("title", $"A title has at most {Conversation.MaxTitle} characters.");
    }
}
