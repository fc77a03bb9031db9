using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Which behaviour a fault is. All are without state and serve every call.</summary>
internal static class FaultCatalog
{
    private static readonly Dictionary<StubFault, FaultBehaviour> All = new()
    {
        [StubFault.None] = FaultBehaviour.Ordinary,
        [StubFault.Stall] = new Stall(),
        [StubFault.StallInStream] = new BreakOff(PartKind.Silence),
        [StubFault.ResetInStream] = new BreakOff(PartKind.Reset),
        [StubFault.ResetAtOnce] = new ResetAtOnce(),
        [StubFault.SlowHeaders] = new SlowHeaders(),
        [StubFault.Flood] = new Flood(),
        [StubFault.Status400] = new Refusal(StubError.BadRequest("The request could not be understood.")),
        [StubFault.Status401] = new Refusal(StubError.WrongKey),
        [StubFault.Status403] = new Refusal(new(403, "You are not allowed to sample from this model.", "invalid_request_error")),
        [StubFault.Status404] = new Refusal(StubError.UnknownModel("stub-gone")),
        [StubFault.Status429] = new Refusal(new(429, "Rate limit reached for requests.", "requests", "rate_limit_exceeded")),
        [StubFault.Status500] = new Refusal(new(500, "The server had an error while processing your request.", "server_error")),
        [StubFault.Status503] = new Refusal(new(503, "The engine is currently overloaded.", "server_error", "service_unavailable")),
        [StubFault.MalformedJson] = new MalformedJson(),
        [StubFault.NotJson] = new NotJson(),
        [StubFault.EmptyAnswer] = new ChatFault(answer => answer with { Pieces = [] }),
        [StubFault.ThinkBlock] = new ChatFault(ThinkBlock.Before),
        [StubFault.ReasoningContent] = new ChatFault(answer => answer with { Thoughts = StubAi.Thoughts }),
        [StubFault.NoUsage] = new NoUsage(),
        [StubFault.RefuseTemperature] = new Refusal(
            StubError.BadRequest("Unsupported value: 'temperature' does not support this value with this model. Only the default (1) value is supported.", "unsupported_value", "temperature"),
            call => call.IsChat && call.Temperature is not null),
        [StubFault.RefuseMaxTokens] = new Refusal(
            StubError.BadRequest("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "unsupported_parameter", "max_tokens"),
            call => call.IsChat && !call.IsAnthropic && call.MaxTokens is not null),
        [StubFault.WrongDimension] = new VectorFault(vectors => vectors.Select(vector => (float[])[.. vector, 0])),
        [StubFault.FewerEmbeddings] = new VectorFault(vectors => vectors.SkipLast(1)),
        [StubFault.NanEmbedding] = new VectorFault(vectors => vectors.Select(vector => (float[])[float.NaN, .. vector[1..]])),
        [StubFault.ZeroEmbedding] = new VectorFault(vectors => vectors.Select(vector => new float[vector.Length])),
        [StubFault.HundredMegabytes] = new HundredMegabytes(),
    };

    public static FaultBehaviour Of(StubFault fault) => All[fault];
}
