using System.Text.Json.Serialization;

namespace Mosaic.Bench.Quality;

/// <summary>What a search goes by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SearchLegs>))]
internal enum SearchLegs
{
    Words,
    Meaning,
    Both,
}
