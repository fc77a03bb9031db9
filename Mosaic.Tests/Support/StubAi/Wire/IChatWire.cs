namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary>A protocol of chats. Both forms are made while they are sent, since an answer may have no end.</summary>
internal interface IChatWire
{
    /// <summary>As server-sent events.</summary>
    IEnumerable<Part> Stream(StubCall call, ChatAnswer answer);

    /// <summary>As one JSON object.</summary>
    IEnumerable<Part> Whole(StubCall call, ChatAnswer answer);
}
