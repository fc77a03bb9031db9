namespace Mosaic.Bench.Rows;

/// <summary>Random numbers that are the same in every run and on every machine (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Dice of their own for one thing of many, whatever order the things are made in.</summary>
    public static Dice For(ulong seed, int which, int number = 0) =>
        new(new Dice(new Dice(seed + (ulong)which).Next() + (ulong)number).Next());

    public ulong Next()
    {
        var mixed = _state += Step;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to 1, without 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Unit() < share;

    public int Below(int bound) => (int)(Unit() * bound);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Early ones far more often than late ones, as words come in a language (Zipf).</summary>
    public T PickEarly<T>(IReadOnlyList<T> from) => from[(int)Math.Exp(Unit() * Math.Log(from.Count + 1)) - 1];

    /// <summary>Around the middle by a factor; now and then far above it, as lengths of texts are (log-normal).</summary>
    public int Around(int middle, double spread) =>
        (int)(middle * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit())));
}
