using System.ComponentModel;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>What changes of a conversation; what is left out stays.</summary>
internal sealed record ConversationChangeJson
{
    [Description("What it is called; empty gives the naming back.")]
    public Given<string?> Title { get; init; }

    [Description("It stands first in lists.")]
    public Given<bool> IsPinned { get; init; }

    [Description("It goes to the archive, or comes back.")]
    public Given<bool> IsArchived { get; init; }

    [Description("How it goes on; taken whole.")]
    public Given<ConversationSettings?> Settings { get; init; }

    [Description("A message of its tree: the path through it is opened.")]
    public Given<Guid?> ActiveMessageId { get; init; }
}
