namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What became of asking for a draft.</summary>
public abstract record DraftAsking
{
    private DraftAsking()
    {
    }

    public sealed record InLine : DraftAsking;

    /// <summary>The day has no memo to draft from.</summary>
    public sealed record NoMemos : DraftAsking;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : DraftAsking;
}
