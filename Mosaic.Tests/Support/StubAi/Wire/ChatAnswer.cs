namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary>What the model says, in pieces that may have no end; thoughts are what it says beside it.</summary>
internal sealed record ChatAnswer(IEnumerable<string> Pieces, string? Thoughts = null, bool WithUsage = true);
