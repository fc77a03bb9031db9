namespace Mosaic.Web.Features.Bots;

/// <summary>A bot of somebody else that everybody may clone.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">The ground of its initials, 1 to 6.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Owner">The user name of whose it is.</param>
public sealed record PublicBot(Guid Id, string Name, int Color, string Description, string Owner);
