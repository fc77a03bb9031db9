namespace Mosaic.Web.Platform.Api;

/// <summary>One part of a list. <see cref="NextCursor"/> asks for the next; null on the last.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? NextCursor);
