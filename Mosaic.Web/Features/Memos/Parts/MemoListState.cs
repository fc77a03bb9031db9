using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Parts;

/// <summary>The memos a list has loaded so far, in order. Knows nothing of pages or databases.</summary>
public sealed class MemoListState(MemoPlace place)
{
    private readonly List<MemoCard> _pinned = [];
    private readonly List<MemoCard> _memos = [];

    public IReadOnlyList<MemoCard> Pinned => _pinned;
    public IReadOnlyList<MemoCard> Memos => _memos;
    public MemoCursor? Next { get; private set; }
    public bool IsEmpty => _pinned.Count + _memos.Count == 0;
    public int Count => _pinned.Count + _memos.Count;

    /// <summary>All memos in the order shown.</summary>
    public IEnumerable<MemoCard> All => _pinned.Concat(_memos);

    public void Append(MemoListPage page)
    {
        _pinned.AddRange(page.Pinned);
        foreach (var memo in page.Memos.Where(memo => !Contains(memo.Id))) _memos.Add(memo);
        Next = page.Next;
    }

    /// <summary>Puts a new or changed memo where it belongs. One older than what is loaded stays out until it is scrolled to.</summary>
    public void Upsert(MemoCard memo)
    {
        Remove(memo.Id);
        if (memo.IsPinned && place != MemoPlace.Trash) Insert(_pinned, memo);
        else if (Next is null || IsBefore(memo, Next)) Insert(_memos, memo);
    }

    public bool Remove(Guid id) => _pinned.RemoveAll(memo => memo.Id == id) + _memos.RemoveAll(memo => memo.Id == id) > 0;

    public bool Contains(Guid id) => All.Any(memo => memo.Id == id);

    /// <summary>The unpinned memos by the calendar day of the person's zone.</summary>
    public IEnumerable<IGrouping<DateOnly, MemoCard>> ByDay(Person person) => _memos.GroupBy(memo => person.DayOf(TimeOf(memo)));

    /// <summary>The ids from one memo to another in the order shown, both included; for shift-click.</summary>
    public IEnumerable<Guid> Between(Guid first, Guid last)
    {
        var ids = All.Select(memo => memo.Id).ToList();
        var (a, b) = (ids.IndexOf(first), ids.IndexOf(last));
        return a < 0 || b < 0 ? [last] : ids[Math.Min(a, b)..(Math.Max(a, b) + 1)];
    }

    private DateTimeOffset TimeOf(MemoCard memo) => place == MemoPlace.Trash ? memo.DeletedAt ?? memo.CreatedAt : memo.CreatedAt;

    private bool IsBefore(MemoCard memo, MemoCursor cursor) => Compare(TimeOf(memo), memo.Id, cursor.At, cursor.Id) > 0;

    private void Insert(List<MemoCard> list, MemoCard memo)
    {
        var index = list.FindIndex(other => Compare(TimeOf(memo), memo.Id, TimeOf(other), other.Id) > 0);
        list.Insert(index < 0 ? list.Count : index, memo);
    }

    private static int Compare(DateTimeOffset time, Guid id, DateTimeOffset otherTime, Guid otherId) =>
        time != otherTime ? time.CompareTo(otherTime) : string.CompareOrdinal(id.ToString(), otherId.ToString());
}
