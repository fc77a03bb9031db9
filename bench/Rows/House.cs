namespace Mosaic.Bench.Rows;

/// <summary>
/// Who lives in the made-up house: 1,011 people of very different size who share 100,000 memos, and one with 100,000 alone, for the worst case.
/// </summary>
internal sealed class House
{
    public const ulong Seed = 20260630;

    /// <summary>Raise it with every change of what is made, so that fillings of before are not taken for it.</summary>
    public const int Version = 4;

    private static readonly (int People, int Memos)[] Sizes = [(1, 100_000), (1, 10_000), (10, 1_000), (1_000, 80)];

    private House(IReadOnlyList<Writer> people) => People = people;

    public IReadOnlyList<Writer> People { get; }

    /// <summary>The one with 100,000 memos.</summary>
    public Writer Largest => People[0];

    /// <summary>The one with 10,000.</summary>
    public Writer Busy => People[1];

    /// <summary>All memos in the order of their time, as a house that lives writes them: those of one person lie scattered.</summary>
    public IEnumerable<(Writer Person, int Memo, DateTimeOffset Time)> InOrder() => People
        .SelectMany(person => Enumerable.Range(0, person.MemoCount).Select(memo => (Person: person, Memo: memo, Time: person.TimeOf(memo))))
        .OrderBy(one => one.Time).ThenBy(one => one.Person.Number);

    public static House Of(Scale scale)
    {
        var sizes = Sizes.SelectMany(size => Enumerable.Repeat(scale.Of(size.Memos), size.People)).ToList();
        return new House([.. sizes.Select((memos, number) => Person(number, memos))]);
    }

    private static Writer Person(int number, int memos)
    {
        var dice = Dice.For(Seed, number, -1);
        var began = Writer.End.AddDays(-dice.Between(200, 1_800));
        return new Writer(number, KnownIds.At(began, dice), memos, began);
    }
}
