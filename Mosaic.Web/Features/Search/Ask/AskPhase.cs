namespace Mosaic.Web.Features.Search.Ask;

/// <summary>How far a question has come.</summary>
public enum AskPhase
{
    /// <summary>Nothing was asked yet, or not in this visit.</summary>
    Waiting,

    /// <summary>Passages are looked for.</summary>
    Looking,

    /// <summary>The answer is coming.</summary>
    Answering,
    Done,

    /// <summary>The person stopped it; what had come stays.</summary>
    Stopped,

    /// <summary>The notes could not be read.</summary>
    Failed,
}
