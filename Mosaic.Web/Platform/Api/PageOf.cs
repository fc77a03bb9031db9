namespace Mosaic.Web.Platform.Api;

/// <summary>One part of a list. <c>nextCursor</c> asks for the next; null on the last.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? NextCursor);
