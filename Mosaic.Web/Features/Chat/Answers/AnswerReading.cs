using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Chat.Window;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Everything an answer is made of.</summary>
internal sealed record AnswerReading(Message Message, Conversation Conversation, Bot Bot, Person Person)
{
    public required string Persona { get; init; }

    /// <summary>What was said before, oldest first, without what is said now; forgotten and withheld messages have a mark in place of their text.</summary>
    public required IReadOnlyList<ReadMessage> Said { get; init; }

    /// <summary>What the answer answers; null where the bot speaks of itself.</summary>
    public ReadMessage? Question { get; init; }

    /// <summary>What the bot has in mind: memos and pieces of documents and of old messages, the nearest first.</summary>
    public IReadOnlyList<RecalledText> Passages { get; init; } = [];

    /// <summary>What it remembers of the person.</summary>
    public IReadOnlyList<RecalledText> Memories { get; init; } = [];

    /// <summary>What went before all that is in <see cref="Said"/>.</summary>
    public RecalledText? Summary { get; init; }

    /// <summary>Other bots of the conversation, by name.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public required FittedWindow Window { get; init; }

    /// <summary>Whether it goes on with what is there.</summary>
    public bool Continues => Message.Content.Length > 0;
}
