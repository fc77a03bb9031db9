namespace Mosaic.Data.Chat;

/// <summary>How far a message is; the database accepts no other word.</summary>
public static class MessageState
{
    public const string Complete = "complete";
    public const string Streaming = "streaming";

    /// <summary>Its person had enough, or its server ended; what had come is there.</summary>
    public const string Stopped = "stopped";

    public const string Failed = "failed";
}
