namespace Mosaic.Web.Platform.Jobs;

/// <summary>Which jobs: of one person or, where null, of all; of one status and kind, or of any.</summary>
public sealed record JobFilter(Guid? UserId, string? Status = null, string? Kind = null);
