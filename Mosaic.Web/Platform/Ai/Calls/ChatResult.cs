namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>What a provider answered, and after how long the first piece of it came.</summary>
internal sealed record ChatResult(string Text, TokenCount Tokens, TimeSpan? FirstToken);
