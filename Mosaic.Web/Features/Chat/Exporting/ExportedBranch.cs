namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>A named point of an exported tree.</summary>
public sealed record ExportedBranch(Guid MessageId, string Title, int Color, string? Direction);
