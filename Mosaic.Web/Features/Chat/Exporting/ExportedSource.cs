namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>What an answer was given to read. <inheritdoc cref="Mosaic.Data.Chat.MessageSource"/></summary>
public sealed record ExportedSource(string Kind, Guid Id, string Title, int? Revision, int Position, DateTimeOffset? WrittenAt, double Score);
