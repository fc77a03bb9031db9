using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>The first tokens, and then an end that is none. Of a short answer at least one token is kept back.</summary>
internal sealed class BreakOff(PartKind end) : FaultBehaviour
{
    private const int Most = 3;

    public override IEnumerable<Part> Change(StubCall call, IEnumerable<Part> parts)
    {
        var sent = 0;
        Part? held = null;
        foreach (var part in parts)
        {
            if (part.Kind == PartKind.Token && held is { } before)
            {
                yield return before;
                if (++sent == Most) break;
            }
            if (part.Kind == PartKind.Token) held = part;
            else if (held is null) yield return part;
        }
        yield return new(end);
    }
}
