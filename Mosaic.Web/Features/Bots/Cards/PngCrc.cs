namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The check number of a PNG chunk. PNG specification, third edition, annex D.</summary>
internal static class PngCrc
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    /// <summary>Of the type and the data of a chunk.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) != 0 ? 0xEDB88320 ^ (row >> 1) : row >> 1;
        return row;
    }
}
