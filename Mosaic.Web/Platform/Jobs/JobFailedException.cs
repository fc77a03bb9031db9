namespace Mosaic.Web.Platform.Jobs;

/// <summary>The job cannot be done, now or later; the message says why, to people.</summary>
public sealed class JobFailedException(string sentence) : Exception(sentence), IExplained
{
    public string Sentence => Message;

    public bool IsWorthRetrying => false;

    public TimeSpan? RetryAfter => null;
}
