using System.Net;

namespace Mosaic.Web.Platform.Outbound;

/// <summary>What came of asking a foreign server.</summary>
public abstract record OutboundAnswer
{
    private OutboundAnswer()
    {
    }

    /// <param name="Status">Any, also those that tell of an error.</param>
    /// <param name="Address">Where the answer came from after redirects.</param>
    /// <param name="MediaType">As the server says, without parameters.</param>
    /// <param name="Body">The whole of it.</param>
    public sealed record Received(HttpStatusCode Status, Uri Address, string? MediaType, byte[] Body) : OutboundAnswer;

    /// <summary>Nothing usable came. The sentence is for people.</summary>
    public sealed record Refused(string Sentence) : OutboundAnswer;
}
