namespace Mosaic.Web.Platform.Ai;

/// <summary>A tag the person uses, with a few texts that bear it. The texts never leave this machine: only the offline helper reads them.</summary>
public sealed record KnownTag(string Name, IReadOnlyList<string> Examples);
