using System.Reflection;

namespace Mosaic.Tests.Search.Ask;

/// <summary>Short memos, questions that they answer, and questions that they do not.</summary>
internal static class JudgedQuestions
{
    private static readonly string[][] Lines = Read();

    public static IReadOnlyDictionary<string, string> Memos { get; } = Lines.Where(line => line[0] == "memo").ToDictionary(line => line[1], line => line[2]);

    /// <summary>Each with the name of the memo that answers it; null where none does.</summary>
    public static IReadOnlyList<(string Question, string? Memo)> All { get; } = [.. Lines.Where(line => line[0] == "question").Select(line => (line[1], line[2].Length == 0 ? null : line[2]))];

    private static string[][] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("judged-questions.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
