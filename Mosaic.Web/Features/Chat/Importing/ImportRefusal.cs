namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Carries a refusal out of the depth of a reader; <see cref="ChatImports"/> makes a result of it.</summary>
internal sealed class ImportRefusal(string sentence) : Exception(sentence);
