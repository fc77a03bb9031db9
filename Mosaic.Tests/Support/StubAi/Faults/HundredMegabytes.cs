using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Well-formed, and too much. Made piece by piece, of one piece.</summary>
internal sealed class HundredMegabytes : FaultBehaviour
{
    private const int Pieces = 1600;
    private static readonly string Piece = new('m', 65536);

    public override bool IsUnbridled => true;

    public override ChatAnswer Change(ChatAnswer answer) => answer with { Pieces = Enumerable.Repeat(Piece, Pieces) };

    /// <summary>Where nothing can be said at length, a field that nobody asked for is long.</summary>
    public override IEnumerable<Part> Change(StubCall call, IEnumerable<Part> parts)
    {
        if (call.IsChat) return parts;
        var json = string.Concat(parts.Select(part => part.Text));
        return [Part.Frame("{\"padding\":\""), .. Enumerable.Repeat(Part.Token(Piece), Pieces), Part.Frame("\"," + json[1..])];
    }
}
