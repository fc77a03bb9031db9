using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>The replies under a memo, oldest first, those of threads among them.</summary>
internal sealed record ReplyListJson(IReadOnlyList<ReplyCard> Items)
{
    public static readonly ReplyCard Example = new(
        new("01980000-0000-7000-8000-00000000b101"), new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03"), BotJson.Example.Id, "Socrates", null, 3, false, null, null, 1,
        "You wrote in February that bees are early every year [1]. What is different now?", ReplyState.Done, null, 1, 1, "openai-compatible", "gpt-4.1-mini",
        new("01980000-0000-7000-8000-00000000b201"), [new(new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e04"), 1, 0, new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero), 0.71)],
        new(2026, 3, 1, 8, 15, 2, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 4, TimeSpan.Zero), []);
}
