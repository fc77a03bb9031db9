namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A message of a tree without its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">What it answers.</param>
/// <param name="Depth">How many messages stand before it.</param>
/// <param name="Role">Who says it, as one of the roles.</param>
/// <param name="Name">The bot's name as it was then; null for the person.</param>
/// <param name="State">How far it is.</param>
/// <param name="Beginning">The first 80 characters, Markdown.</param>
/// <param name="CreatedAt">When it was said.</param>
/// <param name="Branch">The name of the point; null where it has none.</param>
/// <param name="Color">1 to 6 where it has a name.</param>
public sealed record ShapedMessage(
    Guid Id, Guid? ParentId, int Depth, string Role, string? Name, string State, string Beginning, DateTimeOffset CreatedAt, string? Branch, short? Color)
{
    /// <summary>It stands on the path that is open.</summary>
    public bool IsOpen { get; init; }
}
