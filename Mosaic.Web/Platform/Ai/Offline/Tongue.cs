using System.Collections.Frozen;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Tells German from other tongues by the small words that only one of them has.</summary>
internal static class Tongue
{
    private static readonly FrozenSet<ulong> German = Words("de"), English = Words("en");

    public static bool IsGerman(IEnumerable<OfflineBlock> blocks)
    {
        var balance = 0;
        Span<char> room = stackalloc char[WordReader.Room];
        foreach (var block in blocks)
        {
            var reader = new WordReader(block.Text, room);
            while (reader.MoveNext())
            {
                var hash = FeatureHash.Of(reader.Word);
                balance += (German.Contains(hash) ? 1 : 0) - (English.Contains(hash) ? 1 : 0);
            }
        }
        return balance > 0;
    }

    private static FrozenSet<ulong> Words(string tongue) => WordFile.Read("offline-common-words.txt")
        .Where(line => line.Heading is ["stop", var name] && name == tongue)
        .SelectMany(line => line.Words).SelectMany(WordFile.Folded).Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
