namespace Mosaic.Web.Features.Chat.Window;

/// <summary>A part that did not go into a prompt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in its list of <see cref="WindowParts"/>, from 0.</param>
/// <param name="Tokens">What it would have taken, by estimate.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record DroppedPart(WindowKind Kind, int Index, int Tokens, string Reason);
