using System.Text.Json.Nodes;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary>A refusal, in the form of the protocol that asks.</summary>
internal sealed record StubError(int Status, string Message, string Type, string? Code = null, string? Param = null)
{
    public string Text(StubCall call) => JsonWriting.Text(call.IsAnthropic
        ? new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = AnthropicType, ["message"] = Message }, ["request_id"] = "req_stub" }
        : new JsonObject { ["error"] = new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = Param, ["code"] = Code } });

    private string AnthropicType => Status switch
    {
        400 => "invalid_request_error",
        401 => "authentication_error",
        403 => "permission_error",
        404 => "not_found_error",
        429 => "rate_limit_error",
        503 => "overloaded_error",
        _ => "api_error",
    };

    public static StubError BadRequest(string message, string? code = null, string? param = null) => new(400, message, "invalid_request_error", code, param);

    public static StubError WrongKey => new(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");

    public static StubError UnknownAddress(StubCall call) => new(404, $"Invalid URL ({call.Method} {call.Path})", "invalid_request_error");

    public static StubError UnknownModel(string? model) =>
        new(404, $"The model `{model}` does not exist or you do not have access to it.", "invalid_request_error", "model_not_found");
}
