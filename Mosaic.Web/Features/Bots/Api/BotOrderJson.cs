using System.ComponentModel;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>How a list of bots is to be ordered.</summary>
internal sealed record BotOrderJson([property: Description("The bots that come first, in this order; others stay behind them as they are.")] IReadOnlyList<Guid> Ids);
