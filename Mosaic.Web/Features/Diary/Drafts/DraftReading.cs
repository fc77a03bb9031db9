namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What an answer was read as: a draft, or the faults for which it is none, each once.</summary>
internal sealed record DraftReading(DayDraft? Draft, IReadOnlyList<DraftFault> Faults)
{
    public static DraftReading Refused(params IEnumerable<DraftFault> faults) => new(null, [.. faults.Distinct()]);
}
