using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>For trying things by hand: the stub is looked at and set with a browser and curl.</summary>
internal static class StubControl
{
    public static void MapControl(this IEndpointRouteBuilder app, StubAi stub)
    {
        app.MapGet("/", () => Page(stub));
        app.MapPut("/stub/fault/{name}", (string name) =>
        {
            if (!Enum.TryParse<StubFault>(name, ignoreCase: true, out var fault) || !Enum.IsDefined(fault))
                return Results.Text($"There is no fault {name}. There are: {Faults}\n", statusCode: StatusCodes.Status404NotFound);
            stub.Fault = fault;
            return Results.Text($"Every call now meets {fault}.\n");
        });
        app.MapDelete("/stub/fault", () => stub.ClearFaults());
        app.MapPut("/stub/speed/{tokensPerSecond:double}", (double tokensPerSecond) => { stub.TokensPerSecond = tokensPerSecond; });
        app.MapPut("/stub/answer", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            stub.Answer(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
        });
        app.MapDelete("/stub/answer", () => stub.AnswerWith(null));
        app.MapDelete("/stub/calls", () => stub.Clear());
    }

    private static string Faults => string.Join(", ", Enum.GetNames<StubFault>());

    private static string Page(StubAi stub)
    {
        var calls = stub.Calls.TakeLast(50).Select(call => $"  {call.At:HH:mm:ss}  {call.Method} {call.Path}  {call.Model}{(call.Stream ? "  streamed" : "")}  {Shorten(call.LastUserText)}");
        return $"""
            A stub of an AI server, for tests and for trying things by hand. It speaks the protocols of OpenAI and Anthropic.

              {stub.V1}/chat/completions, /embeddings, /models, /messages

            Models   {string.Join(", ", stub.Models)}
            Fault    {stub.Fault}
            Speed    {(stub.TokensPerSecond > 0 ? $"{stub.TokensPerSecond} tokens a second" : "without limit")}

            How to set it:
              curl -X PUT    {stub.Address}stub/fault/Stall      every call meets this fault
              curl -X DELETE {stub.Address}stub/fault            and no longer
              curl -X PUT    {stub.Address}stub/speed/20         tokens a second; 0 is without limit
              curl -X PUT    {stub.Address}stub/answer -d '…'    it says this
              curl -X DELETE {stub.Address}stub/answer           it echoes again
              curl -X DELETE {stub.Address}stub/calls            forgets the calls below

            Faults: {Faults}

            The last of {stub.Calls.Count} calls:
            {string.Join('\n', calls)}

            """;
    }

    private static string Shorten(string text) => (text.Length <= 80 ? text : text[..80] + "…").ReplaceLineEndings(" ");
}
