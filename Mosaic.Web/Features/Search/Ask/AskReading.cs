namespace Mosaic.Web.Features.Search.Ask;

/// <summary>A question with what was found for it, before anybody answers.</summary>
/// <param name="UserId">Who asks.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Today">The day of the question where the person lives.</param>
/// <param name="Sources">The best passages first; none where the question is refused.</param>
public sealed record AskReading(Guid UserId, string Question, DateOnly Today, IReadOnlyList<AskedSource> Sources)
{
    /// <summary>Why passages were looked for by words alone; null where they were not.</summary>
    public string? Trouble { get; init; }
}
