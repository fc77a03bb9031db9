namespace Mosaic.Web.Platform.Ai;

/// <summary>What an answer is for. Features ask for a purpose, never for a provider.</summary>
public enum AiPurpose
{
    Chat,
    Reply,
    Diary,
    Summary,
    Tags,
    Title,
    Embedding,
}
