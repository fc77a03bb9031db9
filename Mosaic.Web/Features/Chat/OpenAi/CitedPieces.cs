using System.Text;
using Mosaic.Web.Features.Search.Ask.Citations;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Takes citations of sources that there are not out of an answer while it comes: what stands in brackets waits until they close. Code is left alone.</summary>
/// <param name="sources">How many there are.</param>
internal sealed class CitedPieces(int sources)
{
    /// <summary>No citation is longer.</summary>
    private const int Longest = 100;

    private readonly StringBuilder _held = new();
    private bool _isCode;

    /// <summary>What can be said now.</summary>
    public string Push(string piece)
    {
        var said = new StringBuilder();
        foreach (var sign in piece)
        {
            if (sign == '`') _isCode = !_isCode;
            var isHeld = _held.Length > 0;
            if (!isHeld && (_isCode || sign is not ('[' or '［' or '【')))
            {
                said.Append(sign);
                continue;
            }
            _held.Append(sign);
            if (sign is ']' or '］' or '】') said.Append(Release(isCitation: true));
            else if (sign is '\n' or '`' || _held.Length > Longest) said.Append(Release(isCitation: false));
        }
        return said.ToString();
    }

    /// <summary>What is left when the answer is over.</summary>
    public string End() => Release(isCitation: false);

    private string Release(bool isCitation)
    {
        var held = _held.ToString();
        _held.Clear();
        return isCitation ? CitationRule.Renumber(held, sources, number => number) : held;
    }
}
