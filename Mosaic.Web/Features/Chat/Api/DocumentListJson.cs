namespace Mosaic.Web.Features.Chat.Api;

/// <summary>All documents of a person, newest first.</summary>
internal sealed record DocumentListJson(IReadOnlyList<DocumentJson> Items);
