using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Admin.Ai;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Admin.Api;

/// <summary>AI providers, for programs of admins. A key goes in and never comes out.</summary>
internal sealed class AdminAiApi : IApiGroup
{
    private static readonly ProviderJson Example = new("openai-compatible")
    {
        BaseUrl = "http://127.0.0.1:11434/v1",
        Model = "llama-3.3-70b",
        Temperature = 0.7f,
        MaxTokens = 2048,
        TimeoutSeconds = 60,
    };

    public string Address => "/admin/ai";

    public string Title => "Admin: AI providers";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{key}", ReadAsync).Needs(ApiScopes.Admin)
            .Is("readProvider", "Who answers for a purpose", "There are chat, reply, diary, summary, tags, title and embedding; those that are not set apart answer as chat does.")
            .Gives(Example with { IsSetApart = true, HasKey = true, KeyEnding = "4f2c" });
        group.MapPut("/{key}", ChangeAsync).Needs(ApiScopes.Admin)
            .Is("changeProvider", "Set who answers for a purpose", "Send it whole. Left out, apiKey keeps the key that is set; empty, it removes it. A new server asks for the key again.")
            .Takes(Example with { ApiKey = "sk-0123456789abcdef4f2c" }).Gives(Example with { IsSetApart = true, HasKey = true, KeyEnding = "4f2c" }).Refuses(422);
        group.MapPost("/{key}/test", TestAsync).Needs(ApiScopes.Admin)
            .Is("testProvider", "Try settings by a real call", "Saved or not; the key that is set is used where none is sent.")
            .Takes(Example).Gives(new TestJson(true, "http://127.0.0.1:11434 answers with llama-3.3-70b.", 340, ["llama-3.3-70b"], null, null));
    }

    private static async Task<Results<Ok<ProviderJson>, ProblemHttpResult>> ReadAsync(string key, AiProviderService providers, CancellationToken cancellationToken) =>
        AiPurposes.Find(key) is not { } purpose ? ApiProblem.NotFound() : TypedResults.Ok(ProviderJson.Of(await providers.FindAsync(purpose, cancellationToken)));

    private static async Task<Results<Ok<ProviderJson>, ProblemHttpResult>> ChangeAsync(
        string key, ProviderJson wanted, ClaimsPrincipal user, AiProviderService providers, CancellationToken cancellationToken)
    {
        if (AiPurposes.Find(key) is not { } purpose) return ApiProblem.NotFound();
        var result = await providers.SaveAsync(user.UserId(), purpose, wanted.ToEdit(), cancellationToken);
        return result is AdminResult.Done ? TypedResults.Ok(ProviderJson.Of(await providers.FindAsync(purpose, cancellationToken))) : AdminProblem.Of(result);
    }

    private static async Task<Results<Ok<TestJson>, ProblemHttpResult>> TestAsync(
        string key, ProviderJson tried, ClaimsPrincipal user, AiProviderService providers, CancellationToken cancellationToken)
    {
        if (AiPurposes.Find(key) is not { } purpose) return ApiProblem.NotFound();
        return TypedResults.Ok(TestJson.Of(await providers.TestAsync(user.UserId(), purpose, tried.ToEdit(), cancellationToken)));
    }

    internal sealed record TestJson(bool IsGood, string Sentence, double? LatencyMs, IReadOnlyList<string> Models, int? Dimensions, string? Detail)
    {
        public static TestJson Of(ProbeResult result) => new(result.IsGood, result.Sentence, result.Latency?.TotalMilliseconds, result.Models, result.Dimensions, result.Detail);
    }
}
