namespace Mosaic.Web.Features.Chat.Window;

/// <summary>What a prompt could hold, if there were room for all of it.</summary>
/// <param name="Persona">Who the bot is.</param>
/// <param name="Memories">What the bot remembers, the nearest first.</param>
/// <param name="Passages">Passages of documents, the nearest first.</param>
/// <param name="Summary">What was said before the messages; empty where there is none.</param>
/// <param name="Messages">What was said, the newest last, without the question.</param>
/// <param name="Question">What is said now.</param>
public sealed record WindowParts(string Persona, IReadOnlyList<string> Memories, IReadOnlyList<string> Passages, string Summary, IReadOnlyList<string> Messages, string Question);
