namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What is being done with a document.</summary>
public static class DocumentStage
{
    public const string Fetching = "fetching";
    public const string Reading = "reading";
    public const string Cutting = "cutting";
    public const string Placing = "placing";

    /// <summary>It is read and found by words; the model that places it by meaning could not be asked.</summary>
    public const string Waiting = "waiting";
}
