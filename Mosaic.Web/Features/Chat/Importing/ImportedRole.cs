namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Who says a message of an imported chat.</summary>
public enum ImportedRole
{
    User,
    Assistant,
    System,
}
