namespace Mosaic.Web.Platform.Ai.Prompts;

/// <summary>How a person likes to be answered, in their own words.</summary>
internal sealed record AiManner(string? Tone, string? AboutMe);
