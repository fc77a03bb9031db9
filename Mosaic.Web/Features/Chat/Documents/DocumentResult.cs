namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>How something that was done with a document ended.</summary>
public abstract record DocumentResult
{
    private DocumentResult()
    {
    }

    /// <param name="Document">As it is now.</param>
    /// <param name="WasThere">Nothing was added: the same is known there already, and this is it.</param>
    public sealed record Done(DocumentCard Document, bool WasThere = false) : DocumentResult;

    /// <summary>There is no such document, bot or conversation, or it is deleted, or another person's.</summary>
    public sealed record NotFound : DocumentResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    /// <param name="Sentence">What people are told.</param>
    /// <param name="IsTooLarge">Told apart, since machines are told it by status 413.</param>
    public sealed record Refused(string Sentence, bool IsTooLarge = false) : DocumentResult;
}
