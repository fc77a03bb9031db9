using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>A message, for programs.</summary>
/// <param name="Id">Which one.</param>
/// <param name="ConversationId">Where it is said.</param>
/// <param name="ParentId">What it answers; null where it begins the conversation.</param>
/// <param name="Siblings">What was said instead, itself included, oldest first.</param>
/// <param name="BotId">Who says it; null for the person.</param>
/// <param name="Name">The name of the bot as it was then.</param>
/// <param name="Role">One of user, assistant and system.</param>
/// <param name="Content">Markdown; numbers in brackets are citations of the sources.</param>
/// <param name="State">One of complete, streaming, stopped and failed.</param>
/// <param name="Trouble">Why it broke off or never came.</param>
/// <param name="TokensUsed">What the answer took, the prompt included.</param>
/// <param name="Cost">In the admin's currency.</param>
/// <param name="Provider">Who wrote it.</param>
/// <param name="Model">The model that did.</param>
/// <param name="TurnId">Opens "Why this?".</param>
/// <param name="Sources">What it was given to read, in the order of its citations.</param>
/// <param name="CreatedAt">When it was said.</param>
internal sealed record MessageJson(
    Guid Id, Guid ConversationId, Guid? ParentId, IReadOnlyList<Guid> Siblings, Guid? BotId, string? Name, string Role, string Content, string State, string? Trouble, int TokensUsed, decimal? Cost,
    string? Provider, string? Model, Guid? TurnId, IReadOnlyList<MessageSource> Sources, DateTimeOffset CreatedAt)
{
    public static readonly MessageJson Example = new(
        new("01980000-0000-7000-8000-00000000c102"), new("01980000-0000-7000-8000-00000000c001"), new("01980000-0000-7000-8000-00000000c101"), [new("01980000-0000-7000-8000-00000000c102")],
        new("01980000-0000-7000-8000-00000000b001"), "Socrates", MessageRole.Assistant, "Mostly one thing: that the move would cost you the garden [1].", MessageState.Complete, null, 412, 0.0004m,
        "openai-compatible", "gpt-4.1-mini", new("01980000-0000-7000-8000-00000000b201"),
        [new(MessageSource.Memo, new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e04"), "", 1, 0, new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero), 0.71)], new(2026, 3, 1, 8, 15, 4, TimeSpan.Zero));

    public static MessageJson Of(MessageView view) => new(
        view.Id, view.Message.ConversationId, view.Message.ParentId, view.Siblings, view.Message.BotId, view.Message.Name, view.Message.Role, view.Message.Content, view.Message.State, view.Message.Trouble,
        view.Message.TokensUsed, view.Message.Metadata.Cost, view.Message.Provider, view.Message.Model, view.Message.TurnId, view.Message.Metadata.Sources, view.Message.CreatedAt);
}
