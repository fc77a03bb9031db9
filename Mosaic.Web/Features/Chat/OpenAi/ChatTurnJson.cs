namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>A message as OpenAI's clients send it. What else they send with it is not read.</summary>
internal sealed record ChatTurnJson(string? Role = null, SaidText? Content = null)
{
    /// <summary>What its person, or the program in their name, says; instructions of a program are no more than that.</summary>
    public bool IsPerson => Role is not "assistant";

    public string Text => Content?.Text ?? "";

    /// <summary>What is wrong with it, in a sentence; null where nothing is.</summary>
    public string? Refusal() => this switch
    {
        { Role: not ("system" or "developer" or "user" or "assistant") } => "The role is one of system, developer, user and assistant.",
        { Content.Other: not null } => "Only parts of the type text are read here.",
        { Content: null, Role: not "assistant" } => "Say something: the content is a text, or a list of parts of the type text.",
        _ when Text.Contains('\0', StringComparison.Ordinal) => "The character with the number zero cannot be part of this.",
        _ => null,
    };
}
