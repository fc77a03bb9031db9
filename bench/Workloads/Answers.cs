using System.Text;
using Mosaic.Bench.Ground;

namespace Mosaic.Bench.Workloads;

/// <summary>Finds one field in an answer without reading all of it, since who measures is not to work more than who is measured.</summary>
internal static class Answers
{
    /// <summary>The last text of this name; cursors and ids, which hold nothing that JSON escapes.</summary>
    public static string Text(ReadOnlySpan<byte> answer, string name)
    {
        var key = Encoding.UTF8.GetBytes($"\"{name}\":\"");
        var start = answer.LastIndexOf(key);
        if (start < 0) throw new BenchTroubleException($"The answer carries no {name}: {Encoding.UTF8.GetString(answer[^Math.Min(300, answer.Length)..])}");
        var rest = answer[(start + key.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }

    public static bool IsTrue(ReadOnlySpan<byte> answer, string name) => answer.LastIndexOf(Encoding.UTF8.GetBytes($"\"{name}\":true")) >= 0;
}
