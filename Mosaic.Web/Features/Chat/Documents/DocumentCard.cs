using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>A document without its text.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">Empty until it was read.</param>
/// <param name="SourceType">One of <see cref="DocumentSourceType"/>.</param>
/// <param name="SourceName">The file's name, or the address.</param>
/// <param name="MimeType">Of the file, or as the address answered.</param>
/// <param name="FileSize">In bytes; 0 until an address was fetched.</param>
/// <param name="Target">Who knows it.</param>
/// <param name="TargetName">The bot's name or the conversation's title; null for all bots and for what has none.</param>
/// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
/// <param name="ErrorMessage">Why it could not be read.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Stage">One of <see cref="DocumentStage"/>; null when nothing is being done.</param>
/// <param name="Chunks">How many passages it was cut into.</param>
/// <param name="ResourceId">The file as it was given.</param>
/// <param name="CreatedAt">When it was given.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record DocumentCard(
    Guid Id, string Title, string SourceType, string SourceName, string? MimeType, long FileSize, DocumentTarget Target, string? TargetName, string Status, string? ErrorMessage,
    double Progress, string? Stage, int Chunks, Guid? ResourceId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public string ShownTitle => Title.Length > 0 ? Title : SourceName;

    public bool IsWorking => Status is DocumentStatus.Pending or DocumentStatus.Processing;

    /// <summary>Trying once more may help: it could not be read, or the model that places it did not answer.</summary>
    public bool MayRetry => Status == DocumentStatus.Failed || (Status == DocumentStatus.Completed && Stage == DocumentStage.Waiting);
}
