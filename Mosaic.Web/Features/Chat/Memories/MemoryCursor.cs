namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Where a list of facts goes on: behind this one.</summary>
public sealed record MemoryCursor(DateTimeOffset CreatedAt, Guid Id);
