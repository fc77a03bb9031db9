namespace Mosaic.Tests.Support;

/// <summary>For tests that measure time, or that would make all others slow: <c>[Collection(Alone.Name)]</c> runs them one by one, when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
