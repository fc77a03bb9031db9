using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Asks a second time for an answer that could not be read.</summary>
internal static class DraftRepair
{
    private const int MostOfAnswer = 6_000;

    public static AiRequest Request(AiRequest first, string answer, IReadOnlyList<DraftFault> faults)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first with
        {
            Turns =
            [
                .. first.Turns,
                new AiTurn(true, "Write the page."),
                new AiTurn(false, string.IsNullOrWhiteSpace(answer) ? "(nothing)" : Passage.Cut(answer, MostOfAnswer)),
                new AiTurn(true, $"This cannot be used. {string.Join(' ', faults.Select(DraftFaults.SentenceOf))} Write the page again, as JSON in the form that the instructions give, and nothing else."),
            ],
        };
    }
}
