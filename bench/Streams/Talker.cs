using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Bench.Streams;

/// <summary>Somebody who talks with a bot of theirs: their key says things, their cookie looks on.</summary>
internal sealed record Talker(Person Person, Guid BotId, string Key, string Cookie);
