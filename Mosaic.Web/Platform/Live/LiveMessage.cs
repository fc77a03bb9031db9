namespace Mosaic.Web.Platform.Live;

/// <summary>Something changed. <see cref="Payload"/> is small: what changed, never its content.</summary>
public sealed record LiveMessage(string Topic, string Payload);
