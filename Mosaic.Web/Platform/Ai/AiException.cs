using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Platform.Ai;

/// <summary>
/// There is no answer; the sentence says why and what helps. It holds no key and nothing that anybody wrote, and no exception of a
/// provider's client: their messages quote what the server said, which may quote the prompt, and would end in a log.
/// </summary>
public sealed class AiException(AiFault fault, string sentence) : Exception(sentence), IExplained
{
    public AiFault Fault => fault;

    public string Sentence => Message;

    /// <summary>How the provider itself put it, shortened, without the key; for admins, since it may quote what was sent.</summary>
    public string? Detail { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What had come before it broke off; empty where nothing had.</summary>
    public string Partial { get; init; } = "";

    public bool IsWorthRetrying => Fault is AiFault.Unreachable or AiFault.Broken or AiFault.Timeout or AiFault.RateLimited or AiFault.ServerError or AiFault.Busy;
}
