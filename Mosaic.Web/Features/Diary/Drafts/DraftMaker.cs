using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Asks for a draft, once more when the answer is no good, and lets the offline helper write it when nobody else can.</summary>
internal sealed class DraftMaker(AiGateway ai)
{
    /// <summary>A model chooses among these; a person's own moods are theirs to name.</summary>
    private static readonly IReadOnlySet<string> Moods = GivenMoods.All.Select(mood => mood.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Null where the memos say nothing that makes a page.</summary>
    /// <exception cref="AiException">A memo was kept from AI meanwhile.</exception>
    public async Task<MadeDraft?> MakeAsync(Guid userId, IReadOnlyList<DraftMemo> memos, bool isInteractive, CancellationToken cancellationToken)
    {
        var request = DraftPrompt.For(userId, memos, Moods) with { IsInteractive = isInteractive };
        try
        {
            var answer = await ai.AskAsync(request, cancellationToken: cancellationToken);
            if (answer.IsOffline) return Offline(memos, answer.TurnId, null);
            var reading = DraftReader.Read(answer.Text, memos, Moods);
            if (reading.Draft is null)
            {
                answer = await ai.AskAsync(DraftRepair.Request(request, answer.Text, reading.Faults), cancellationToken: cancellationToken);
                reading = DraftReader.Read(answer.Text, memos, Moods);
            }
            return reading.Draft is { } draft ? new MadeDraft(draft, answer.TurnId, null)
                : Offline(memos, answer.TurnId, $"The offline helper wrote this draft, because the model's answer could not be used, also when it was asked again. {DraftFaults.SentenceOf(reading.Faults[0])}");
        }
        catch (AiException failed) when (failed.Fault != AiFault.KeptFromAi)
        {
            return Offline(memos, null, $"The offline helper wrote this draft, because the provider did not. {failed.Sentence}");
        }
    }

    private static MadeDraft? Offline(IReadOnlyList<DraftMemo> memos, Guid? turnId, string? note) => OfflineDraft.Of(memos) is { } draft ? new MadeDraft(draft, turnId, note) : null;
}
