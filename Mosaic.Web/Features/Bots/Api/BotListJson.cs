namespace Mosaic.Web.Features.Bots.Api;

/// <summary>All bots of a person, as they put them.</summary>
internal sealed record BotListJson(IReadOnlyList<BotJson> Items);
