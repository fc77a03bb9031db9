namespace Mosaic.Web.Features.Docs;

/// <summary>Something a program sends. <see cref="Place"/> is path, query, header or body; <see cref="Kind"/> says in words what may stand there.</summary>
public sealed record ApiField(string Name, string Place, string Kind, bool IsRequired, string? Description);
