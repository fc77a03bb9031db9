namespace Mosaic.Data.Bots;

/// <summary>How far a reply is; the database accepts no other word.</summary>
public static class ReplyState
{
    public const string Writing = "writing";
    public const string Done = "done";

    /// <summary>Its person had enough; what had come is there.</summary>
    public const string Stopped = "stopped";

    public const string Failed = "failed";
}
