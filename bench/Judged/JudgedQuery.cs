namespace Mosaic.Bench.Judged;

/// <summary>A query, and the memos that answer it: 2 is what was asked for, 1 belongs to the matter, and what is not listed is not relevant.</summary>
internal sealed record JudgedQuery(string Id, string Kind, string Query, IReadOnlyDictionary<string, int> Relevant);
