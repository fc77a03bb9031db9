using System.Text;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>The word lists that are part of the program: lines of words, <c>#</c> before a comment, <c>=</c> before what the lines below have in common.</summary>
internal static class WordFile
{
    /// <summary>Each line with the words of its heading; words as they are written.</summary>
    public static IEnumerable<(string[] Heading, string[] Words)> Read(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The list of words {name} is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string[] heading = [];
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [] or ["#", ..]) continue;
            if (words[0] == "=") heading = words[1..];
            else yield return (heading, words);
        }
    }

    /// <summary>The single words that a reader of texts would find in this, folded.</summary>
    public static IEnumerable<string> Folded(string written)
    {
        var found = new List<string>();
        var reader = new WordReader(written, stackalloc char[WordReader.Room]);
        while (reader.MoveNext()) found.Add(reader.Word.ToString());
        return found;
    }
}
