using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots;

/// <summary>How a change of a bot ended.</summary>
public abstract record BotResult
{
    private BotResult()
    {
    }

    public sealed record Saved(Bot Bot) : BotResult;

    /// <summary>There is no such bot, or it is deleted, or another person's.</summary>
    public sealed record NotFound : BotResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : BotResult;
}
