using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>One object: it ends behind its first token. A stream: the first token comes again as half a chunk, and the rest follows.</summary>
internal sealed class MalformedJson : FaultBehaviour
{
    public override IEnumerable<Part> Change(StubCall call, IEnumerable<Part> parts)
    {
        var broken = false;
        foreach (var part in parts)
        {
            yield return part;
            if (broken || part.Kind != PartKind.Token) continue;
            broken = true;
            if (!call.Stream) yield break;
            yield return Part.Token(part.Text[..^(part.Text.Length / 4)] + "\n\n");
        }
    }
}
