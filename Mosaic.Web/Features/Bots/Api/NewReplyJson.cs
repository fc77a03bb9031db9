using System.ComponentModel;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>Which bot is to reply.</summary>
internal sealed record NewReplyJson([property: Description("One of your bots.")] Guid BotId);
