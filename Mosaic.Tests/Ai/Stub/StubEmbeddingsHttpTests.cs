using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

public sealed class StubEmbeddingsHttpTests : StubTest
{
    [Fact]
    public async Task One_text_or_several_are_embedded_in_their_order_with_usage()
    {
        var several = await JsonAsync(await EmbedAsync(new[] { "one", "two words" }));
        Assert.Equal([0, 1], several.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("index").GetInt32()));
        Assert.Equal("""{"prompt_tokens":3,"total_tokens":3}""", several.GetProperty("usage").GetRawText());
        Assert.Equal(Floats(several, 1), Floats(await JsonAsync(await EmbedAsync("two words"))));
    }

    [Fact]
    public async Task Base64_and_floats_are_the_same_numbers()
    {
        var floats = Floats(await JsonAsync(await EmbedAsync("bees", "float")));
        var bytes = Convert.FromBase64String((await JsonAsync(await EmbedAsync("bees", "base64"))).GetProperty("data")[0].GetProperty("embedding").GetString()!);
        Assert.Equal(floats, MemoryMarshal.Cast<byte, float>(bytes).ToArray());
        Assert.Equal(16, floats.Length);
    }

    [Fact]
    public async Task Dimensions_are_those_set_or_those_asked_for()
    {
        Stub.Dimensions = 5;
        Assert.Equal(5, Floats(await JsonAsync(await EmbedAsync("bees"))).Length);
        Assert.Equal(7, Floats(await JsonAsync(await EmbedAsync("bees", dimensions: 7))).Length);
    }

    [Fact]
    public async Task Nothing_to_embed_is_refused() => Assert.Equal(HttpStatusCode.BadRequest, (await EmbedAsync(Array.Empty<string>())).StatusCode);

    [Fact]
    public async Task Each_fault_of_vectors_shows_in_the_vectors()
    {
        await ShowsAsync(StubFault.WrongDimension, json => Assert.All(json.Vectors, vector => Assert.Equal(17, vector.Length)));
        await ShowsAsync(StubFault.FewerEmbeddings, json => Assert.Single(json.Vectors));
        await ShowsAsync(StubFault.NanEmbedding, json => Assert.All(json.Vectors, vector => Assert.True(float.IsNaN(vector[0]) && !float.IsNaN(vector[1]))));
        await ShowsAsync(StubFault.ZeroEmbedding, json => Assert.All(json.Vectors, vector => Assert.All(vector, number => Assert.Equal(0, number))));
        await ShowsAsync(StubFault.NoUsage, json => Assert.False(json.HasUsage));
        await ShowsAsync(StubFault.None, json => Assert.True(json.HasUsage && json.Vectors.Count == 2 && json.Vectors[0].Length == 16));
    }

    [Fact]
    public async Task A_number_that_is_none_stands_bare_among_floats()
    {
        Stub.Fault = StubFault.NanEmbedding;
        var text = await (await EmbedAsync("bees", "float")).Content.ReadAsStringAsync();
        Assert.Contains("[NaN,", text, StringComparison.Ordinal);
    }

    private async Task ShowsAsync(StubFault fault, Action<(List<float[]> Vectors, bool HasUsage)> check)
    {
        Stub.Fault = fault;
        var json = await JsonAsync(await EmbedAsync(new[] { "one", "two" }, "base64"));
        var vectors = json.GetProperty("data").EnumerateArray()
            .Select(row => MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(row.GetProperty("embedding").GetString()!)).ToArray());
        check(([.. vectors], json.TryGetProperty("usage", out _)));
    }

    private static float[] Floats(JsonElement json, int index = 0) =>
        [.. json.GetProperty("data")[index].GetProperty("embedding").EnumerateArray().Select(number => number.GetSingle())];
}
