using System.Text.Json.Nodes;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary><c>GET /v1/models</c>, in the form of the protocol that asks.</summary>
internal static class ModelList
{
    public static string Of(StubCall call, IReadOnlyList<string> models) => JsonWriting.Text(call.IsAnthropic ? Page(models) : List(models));

    private static JsonObject List(IReadOnlyList<string> models) => new() { ["object"] = "list", ["data"] = Each(models, OpenAi) };

    private static JsonObject Page(IReadOnlyList<string> models) => new()
    {
        ["data"] = Each(models, Anthropic),
        ["has_more"] = false,
        ["first_id"] = models.Count > 0 ? models[0] : null,
        ["last_id"] = models.Count > 0 ? models[^1] : null,
    };

    private static JsonArray Each(IEnumerable<string> models, Func<string, JsonNode> form) => [.. models.Select(form)];

    private static JsonNode OpenAi(string model) =>
        new JsonObject { ["id"] = model, ["object"] = "model", ["created"] = 1735689600, ["owned_by"] = "stub" };

    private static JsonNode Anthropic(string model) =>
        new JsonObject { ["type"] = "model", ["id"] = model, ["display_name"] = model, ["created_at"] = "2025-01-01T00:00:00Z" };
}
