namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>What an export of chats gave.</summary>
public abstract record ChatImport
{
    private ChatImport()
    {
    }

    /// <param name="Chats">In the order of the file; none where all are skipped.</param>
    /// <param name="Skipped">What is left out, and why.</param>
    public sealed record Read(IReadOnlyList<ImportedChat> Chats, IReadOnlyList<SkippedChat> Skipped) : ChatImport;

    /// <summary>It is no export that Mosaic knows, or too large; the sentence says what to do.</summary>
    public sealed record Refused(string Sentence) : ChatImport;
}
