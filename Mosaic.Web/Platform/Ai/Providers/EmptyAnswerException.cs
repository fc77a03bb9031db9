namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>The provider answered, and there was nothing in it.</summary>
internal sealed class EmptyAnswerException() : Exception("The answer is empty.");
