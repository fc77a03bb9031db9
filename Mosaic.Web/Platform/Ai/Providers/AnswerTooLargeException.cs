namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>The answer went on past every sensible length and was not read to its end.</summary>
internal sealed class AnswerTooLargeException() : Exception("The answer is too large.");
