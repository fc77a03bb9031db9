using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What a model said in the end.</summary>
/// <param name="Text">Markdown whose citations all exist.</param>
/// <param name="Sources">Those that the text cites.</param>
/// <param name="Tokens">What it took.</param>
/// <param name="TurnId">The call behind it; null where no model was asked.</param>
internal sealed record TalkAnswer(string Text, IReadOnlyList<SourceJson> Sources, TokenCount Tokens, Guid? TurnId)
{
    /// <summary>The length that was allowed is used up.</summary>
    public bool IsCut { get; init; }

    public string Finish => IsCut ? "length" : "stop";

    public object Usage => new { PromptTokens = Tokens.Input, CompletionTokens = Tokens.Output, TotalTokens = Tokens.Sum, PromptTokensDetails = new { CachedTokens = Tokens.Cached } };
}
