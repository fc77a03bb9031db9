using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>One page of a list; <see cref="Next"/> is null when it is the last.</summary>
public sealed record MemoListPage(IReadOnlyList<MemoCard> Pinned, IReadOnlyList<MemoCard> Memos, MemoCursor? Next);
