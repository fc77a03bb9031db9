using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>What refusals mean and look like, in the documentation.</summary>
internal static class ProblemExamples
{
    public static string Meaning(int status) => status switch
    {
        400 => "Something in the request has the wrong shape; errors says what.",
        401 => "No credential, or one that is wrong, expired or revoked.",
        403 => "The credential lacks the scope.",
        404 => "There is no such thing, or it is not yours.",
        409 => "It was changed since; current holds it as it is now.",
        412 => "It is no longer what If-Match names; current holds it as it is now.",
        413 => "Larger than is taken here.",
        415 => "The content type is not one this operation reads.",
        416 => "The file has no such range.",
        422 => "A rule refuses it; detail says which and what to do.",
        429 => "Too often; Retry-After says when to come back, in seconds.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    /// <summary>The fields that ours have beside the standard's.</summary>
    public static OpenApiSchema Complete(OpenApiSchema problem)
    {
        problem.Description = "RFC 9457. type is stable and may be compared; detail is a sentence for people.";
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "By field, what is wrong with it.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        problem.Properties["current"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "With 409 and 412: the object as it is now." };
        problem.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Finds the request in the server's log." };
        return problem;
    }

    public static JsonNode Of(int status)
    {
        var example = new JsonObject
        {
            ["type"] = status switch { 409 => "urn:mosaic:problem:stale-revision", 412 => "urn:mosaic:problem:changed", _ => ApiProblem.TypeOf(status) },
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = Meaning(status),
        };
        if (status == 400) example["errors"] = new JsonObject { ["limit"] = new JsonArray("Ask for 1 to 200.") };
        return example;
    }
}
