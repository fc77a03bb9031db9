namespace Mosaic.Bench.Ground;

/// <summary>What a workload finds in its database.</summary>
internal enum Filled
{
    /// <summary>Nothing but the schema.</summary>
    Nothing,

    /// <summary>The made-up house: people and memos.</summary>
    House,

    /// <summary>The house, and the index of meaning of all of it.</summary>
    Indexed,
}
