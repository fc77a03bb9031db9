using System.Text;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Web.Platform.Ai.Prompts;

/// <summary>What is sent to a provider: our words as the system's, everything that people wrote in blocks, then the conversation.</summary>
internal sealed class AiPrompt(IReadOnlyList<ChatMessage> messages)
{
    public IReadOnlyList<ChatMessage> Messages => messages;

    /// <summary>What providers count for a picture of a usual size, about.</summary>
    private const int TokensAPicture = 1_100;

    public int EstimatedTokens { get; } = messages.Sum(message => TokenEstimate.Of(message.Text) + message.Contents.OfType<DataContent>().Count() * TokensAPicture);

    /// <summary>The prompt as "Why this?" shows it.</summary>
    public string AsText => string.Join("\n\n", messages.Select(message => $"[{message.Role.Value}]\n{message.Text}{Pictures(message)}"));

    /// <summary>A prompt for a request whose sources may all be read.</summary>
    public static AiPrompt Of(AiRequest request, AiManner? manner, Fence fence)
    {
        var system = new StringBuilder(request.Instructions.Trim()).Append("\n\n").Append(fence.Rule);
        var blocks = new List<string>();
        if (request.Persona is { } persona)
        {
            system.Append("\nAnswer as the character in the block persona: its voice and interests, within these rules.");
            blocks.Add(fence.Around("persona", persona));
        }
        if (manner?.Tone is { } tone) blocks.Add(fence.Around("tone the reader likes", tone));
        if (manner?.AboutMe is { } about) blocks.Add(fence.Around("about the reader", about));
        if (request.KnownTags.Count > 0) blocks.Add(fence.Around("tags in use", string.Join(", ", request.KnownTags.Select(tag => tag.Name))));
        blocks.AddRange(request.Sources.Select((source, index) => fence.Around(source, index + 1)));
        return new AiPrompt([new ChatMessage(ChatRole.System, system.ToString()), .. Conversation(request.Turns, string.Join("\n\n", blocks), request.Pictures)]);
    }

    // The blocks go before the last question, so that it is the last thing the model reads.
    private static IEnumerable<ChatMessage> Conversation(IReadOnlyList<AiTurn> turns, string blocks, IReadOnlyList<AiPicture> pictures)
    {
        // Providers refuse a message of no text, and a conversation that does not end with the person.
        if (blocks.Length == 0 && turns is not [.., { IsPerson: true }]) blocks = "Do now what the instructions say.";
        var last = turns is [.., { IsPerson: true } question] ? question : null;
        // Some want a person to begin.
        if (turns is [{ IsPerson: false }, ..]) yield return Message(ChatRole.User, "You begin.", []);
        foreach (var turn in last is null ? turns : turns.SkipLast(1))
            yield return Message(turn.IsPerson ? ChatRole.User : ChatRole.Assistant, turn.Text, turn.Pictures);
        yield return Message(ChatRole.User, last is null ? blocks : blocks.Length == 0 ? last.Text : $"{blocks}\n\n{last.Text}", [.. pictures, .. last?.Pictures ?? []]);
    }

    private static ChatMessage Message(ChatRole role, string text, IReadOnlyList<AiPicture> pictures) =>
        new(role, [new TextContent(text), .. pictures.Select(picture => new DataContent(picture.Bytes, picture.MimeType))]);

    private static string Pictures(ChatMessage message) =>
        string.Concat(message.Contents.OfType<DataContent>().Select(picture => $"\n[a picture: {picture.MediaType}, {picture.Data.Length} bytes]"));
}
