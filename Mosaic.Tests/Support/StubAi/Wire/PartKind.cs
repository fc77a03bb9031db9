namespace Mosaic.Tests.Support.StubAi.Wire;

internal enum PartKind
{
    Frame,
    Token,

    /// <summary>From here on nothing, until the client goes or the server ends.</summary>
    Silence,

    /// <summary>The connection is reset.</summary>
    Reset,
}
