namespace Mosaic.Web.Features.Chat.Window;

/// <summary>What a part of a prompt is, in the order in which a prompt says it.</summary>
public enum WindowKind
{
    Persona,
    Memory,
    Passage,
    Summary,
    Message,
    Question,
}
