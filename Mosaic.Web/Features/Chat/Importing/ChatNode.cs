namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A place in the tree of an export, as the export says it, true or not.</summary>
/// <param name="Id">Not empty.</param>
/// <param name="ParentId">Null where the export says none.</param>
/// <param name="Children">Ids of its children in their order, where the export lists them.</param>
/// <param name="Message">What is said here; null where nothing is that a person would read.</param>
internal sealed record ChatNode(string Id, string? ParentId, IReadOnlyList<string> Children, ImportedMessage? Message);
