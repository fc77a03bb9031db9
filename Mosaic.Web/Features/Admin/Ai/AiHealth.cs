namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>How chat's provider fares, in a few words. The tone is a class of the style sheet: <c>ok</c>, <c>attention</c> or <c>quiet</c>.</summary>
public sealed record AiHealth(string Tone, string Sentence);
