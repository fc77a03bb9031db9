namespace Mosaic.Web.Platform.Ai;

/// <summary>A piece of an answer; <paramref name="Answer"/> comes with the last.</summary>
public sealed record AiDelta(string Text, AiAnswer? Answer);
