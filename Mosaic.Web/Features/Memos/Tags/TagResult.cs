using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>How a change of tags ended.</summary>
public abstract record TagResult
{
    private TagResult()
    {
    }

    /// <summary>It is done. <see cref="TagMoves.UndoAsync"/> takes the changes back.</summary>
    public sealed record Done(IReadOnlyList<TagChange> Changes) : TagResult
    {
        /// <summary>How many texts were rewritten; each is a revision.</summary>
        public int Texts => Changes.Count(change => change.Content is not null);
    }

    /// <summary>No such memo, not theirs, or in the trash.</summary>
    public sealed record NotFound : TagResult;

    /// <summary>A rule refused it and nothing changed; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : TagResult;
}
