using System.Collections.Frozen;

namespace Mosaic.Web.Features.Accounts.Passwords;

/// <summary>
/// Passwords of ten characters and more that guessers try first. It is not a copy of a leaked list: it is composed from the words, endings,
/// keyboard walks and repetitions that such lists are known to consist of, and it is read without regard to case and to look-alikes
/// (<c>@</c> for a, <c>0</c> for o and so on). Shorter passwords are refused by length alone.
/// </summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(() => Compose()
        .Select(Folded).Where(word => word.Length >= PasswordRules.MinimumLength).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The number of different passwords known, after folding.</summary>
    public static int Count => All.Value.Count;

    public static bool Contains(string password) => All.Value.Contains(Folded(password)) || IsRepetition(password) || IsRun(password);

    private static IEnumerable<string> Compose()
    {
        foreach (var walk in CommonPasswordParts.Whole) yield return walk;
        foreach (var word in CommonPasswordParts.Words)
        {
            yield return word;
            yield return word + word;
            foreach (var ending in CommonPasswordParts.Endings)
            {
                yield return word + ending;
                yield return ending + word;
            }
            for (var year = 1960; year <= 2030; year++)
            {
                yield return $"{word}{year}";
                yield return $"{word}{year}!";
            }
        }
        foreach (var (first, second) in CommonPasswordParts.Pairs())
        {
            yield return first + second;
            yield return first + second + "1";
            yield return first + second + "123";
        }
    }

    /// <summary>One short piece said again and again: <c>aaaaaaaaaa</c>, <c>abcabcabcabc</c>.</summary>
    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, 4).Any(size => text.Length > size && Enumerable.Range(size, text.Length - size).All(i => text[i] == text[i - size]));

    /// <summary>Letters or digits in order, up or down: <c>abcdefghij</c>, <c>9876543210</c>.</summary>
    private static bool IsRun(string text) => new[] { 1, -1 }.Any(step => Enumerable.Range(1, text.Length - 1).All(i => text[i] - text[i - 1] == step));

    private static string Folded(string text) => string.Create(text.Length, text, (letters, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            letters[i] = char.ToLowerInvariant(source[i]) switch
            {
                '@' or '4' => 'a',
                '0' => 'o',
                '1' or '|' => 'l',
                '3' => 'e',
                '$' or '5' => 's',
                '7' => 't',
                var other => other,
            };
    });
}
