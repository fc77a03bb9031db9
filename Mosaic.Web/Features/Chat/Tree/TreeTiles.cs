using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A whole map, ready to be drawn.</summary>
/// <param name="Layout">Where everything stands.</param>
/// <param name="Tiles">In the order of the layout.</param>
public sealed record TreeTiles(TreeLayout Layout, IReadOnlyList<TreeTile> Tiles)
{
    private const int LineLength = 30;

    /// <summary>Lays the shape of a conversation out and says what stands where.</summary>
    public static TreeTiles Of(TreeShape shape, IReadOnlySet<Guid> collapsed, MarkdownRenderer markdown)
    {
        var layout = TreeLayout.Of([.. shape.Messages.Select(message => new TreePoint(message.Id, message.ParentId, message.Color, message.Id == shape.ActiveMessageId))], collapsed);
        var messages = shape.Messages.ToDictionary(message => message.Id);
        return new TreeTiles(layout, [.. layout.Nodes.Select(node => TileOf(node, messages[node.First], markdown) with { IsHere = node.First == shape.ActiveMessageId })]);
    }

    private static TreeTile TileOf(TreeNode node, ShapedMessage message, MarkdownRenderer markdown)
    {
        var text = markdown.ToPlainText(message.Beginning, TreeShapeReader.BeginningLength);
        var (name, said) = (NameOf(message), text.Length == 0 ? "nothing yet" : text);
        var caption = PlainText.Cut(message.Branch ?? (node.Count > 1 ? $"{node.Count:N0} messages" : name), LineLength);
        // It begins with what is seen, so that who says aloud what they see finds it.
        var label = $"{caption}: {said}" + (message.Branch is null && node.Count == 1 ? "" : $", from {name}") + (message.Branch is null ? "" : $", branch {message.Branch}")
            + (message.Branch is not null && node.Count > 1 ? $", {node.Count:N0} messages" : "") + (StateOf(message) is { Length: > 0 } state ? $", {state}" : "") + (node.IsLeaf ? ", an end" : $", {node.Below:N0} below");
        return new TreeTile(node, message, caption, Line(text), MarkOf(message), label);
    }

    /// <summary>As much as one line holds, and no half word where it can be helped.</summary>
    private static string Line(string text)
    {
        if (text.Length <= LineLength) return text;
        var space = text.LastIndexOf(' ', LineLength - 1);
        return space > LineLength / 2 ? text[..space] + "…" : PlainText.Cut(text, LineLength);
    }

    private static string NameOf(ShapedMessage message) => message.Name ?? (message.Role == MessageRole.User ? "You" : "Assistant");

    private static string StateOf(ShapedMessage message) => message.State switch
    {
        MessageState.Streaming => "being written",
        MessageState.Stopped => "stopped",
        MessageState.Failed => "failed",
        _ => "",
    };

    private static string MarkOf(ShapedMessage message) => message.State switch
    {
        MessageState.Streaming => "…",
        MessageState.Stopped => "■",
        MessageState.Failed => "!",
        _ => "",
    };
}
