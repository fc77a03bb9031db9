using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>What people are told of a document.</summary>
internal static class DocumentWords
{
    public static string Scope(DocumentCard document) => document.Target.Scope switch
    {
        MemoryScope.Bot => $"{document.TargetName ?? "One bot"} knows it",
        MemoryScope.Conversation => $"known in {document.TargetName ?? "one conversation"}",
        _ => "all your bots know it",
    };

    /// <summary>What is being done, as the beginning of a sentence.</summary>
    public static string Stage(DocumentCard document) => document.Stage switch
    {
        DocumentStage.Fetching => "Fetching the address",
        DocumentStage.Reading => "Reading",
        DocumentStage.Cutting => "Cutting it into passages",
        DocumentStage.Placing => document.Chunks > 0 ? $"Learning {document.Chunks} passages" : "Learning its passages",
        _ => "Waiting for its turn",
    };

    /// <summary>Such as <c>EPUB</c>: the ending of the file, or that it is an address.</summary>
    public static string Kind(DocumentCard document) => document.SourceType == DocumentSourceType.Url ? "Web page"
        : Path.GetExtension(document.SourceName) is { Length: > 1 and <= 6 } ending ? ending[1..].ToUpperInvariant() : "File";

    public static string Size(long bytes, IFormatProvider culture) => bytes switch
    {
        < 1_024 => string.Create(culture, $"{bytes} bytes"),
        < 1_048_576 => string.Create(culture, $"{bytes / 1_024d:0} KB"),
        _ => string.Create(culture, $"{bytes / 1_048_576d:0.#} MB"),
    };
}
