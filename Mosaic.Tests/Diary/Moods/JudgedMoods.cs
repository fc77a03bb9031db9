using System.Reflection;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary.Moods;

/// <summary>Short texts with the mood that a reader hears in them.</summary>
internal static class JudgedMoods
{
    public static IReadOnlyList<(string MoodKey, string Text)> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t')).Select(parts => (parts[0], parts[1]))];
    }

    /// <summary>How many are judged right, and a line for each that is not.</summary>
    public static (int Right, IReadOnlyList<string> Wrong) Judge(IReadOnlyList<(string MoodKey, string Text)> judged)
    {
        var wrong = from line in judged
                    let heard = MoodLexicon.Judge([line.Text])
                    where heard.MoodKey != line.MoodKey
                    select $"{line.MoodKey}, heard {heard.MoodKey} {heard.Score} ({string.Join(", ", heard.Words)}): {line.Text}";
        var lines = wrong.ToList();
        return (judged.Count - lines.Count, lines);
    }
}
