namespace Mosaic.Web.Features.Chat.Window;

/// <summary>A part that went into a prompt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in its list of <see cref="WindowParts"/>, from 0.</param>
/// <param name="Text">As it goes into the prompt; shortened where it is cut.</param>
/// <param name="Tokens">What it takes, by estimate.</param>
/// <param name="WholeTokens">What it would take uncut; more than <paramref name="Tokens"/> only where it is cut.</param>
public sealed record WindowEntry(WindowKind Kind, int Index, string Text, int Tokens, int WholeTokens)
{
    public bool IsCut => Tokens < WholeTokens;
}
