namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Carries a refusal out of the depth of a reader; <see cref="DocumentText"/> makes a result of it.</summary>
internal sealed class DocumentRefusal(string sentence) : Exception(sentence)
{
    public const string TooLarge = "This file is larger than 50 MB. Choose a smaller one, or split it.";
    public const string TooLong = "This document holds more than 10,000,000 characters. Split it, and import the pieces.";
    public const string Empty = "This file is empty. Choose another one.";
    public const string NoText = "This document holds no text that can be read. Choose another one.";
    public const string Unknown = "Mosaic cannot read this kind of file. Choose a text, Markdown, CSV, JSON, HTML, Word (.docx), PDF or EPUB file.";
}
