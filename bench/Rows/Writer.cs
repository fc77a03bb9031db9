using System.Globalization;

namespace Mosaic.Bench.Rows;

/// <summary>One person of the made-up house, and how many memos they wrote over how long.</summary>
internal sealed record Writer(int Number, Guid Id, int MemoCount, DateTimeOffset Began)
{
    /// <summary>The last instant anybody wrote; fixed, so that every filling is the same.</summary>
    public static readonly DateTimeOffset End = new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);

    public string UserName => Number.ToString("'person'0000", CultureInfo.InvariantCulture);

    /// <summary>When they wrote the memo with this number, counted from 0; later ones later.</summary>
    public DateTimeOffset TimeOf(int memo)
    {
        var place = (memo + Dice.For(House.Seed, Number, memo).Unit()) / MemoCount;
        return new DateTimeOffset(Began.Ticks + (long)((End - Began).Ticks * place) / 10 * 10, TimeSpan.Zero);
    }

    public Guid IdOf(int memo) => KnownIds.At(TimeOf(memo), Dice.For(~House.Seed, Number, memo));
}
