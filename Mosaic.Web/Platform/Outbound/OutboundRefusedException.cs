namespace Mosaic.Web.Platform.Outbound;

/// <summary>An address that may not be visited. The message is a sentence for people and names no address of our network.</summary>
public sealed class OutboundRefusedException(string message) : Exception(message);
