namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>The personas that everybody may start from.</summary>
public static class BotGallery
{
    public static IReadOnlyList<BotSheet> All { get; } =
    [
        new BotSheet { Name = "Socrates", Color = 1, Description = "Asks the question behind the question." },
    ];
}
