using System.Globalization;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>How numbers of use are written: short, since nobody reads six digits.</summary>
public static class UsageWords
{
    public static string Number(long number) => number switch
    {
        >= 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:0} M"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:0.0} M"),
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e3:0} k"),
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    public static string Cost(decimal cost) => cost.ToString(cost < 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    public static string Milliseconds(double? milliseconds) => milliseconds is not { } value ? "–"
        : value < 1_000 ? string.Create(CultureInfo.InvariantCulture, $"{value:0} ms") : string.Create(CultureInfo.InvariantCulture, $"{value / 1_000:0.0} s");

    public static string Share(long part, long whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{part} ({100.0 * part / whole:0.#} %)");
}
