using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Collects the chats of one file, within its limits.</summary>
internal sealed class ChatMaker(CancellationToken cancellationToken)
{
    public const string NoMessages = "It holds no messages that can be read.";

    private readonly List<ImportedChat> _chats = [];
    private readonly List<SkippedChat> _skipped = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The program whose chats are added now.</summary>
    public string Origin { get; set; } = "";

    public ChatImport Result => new ChatImport.Read(_chats, _skipped);

    /// <summary>Counts a message, read or not. A file with too many is refused as a whole.</summary>
    public void CountMessage()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_count > ChatImports.MaxMessages) throw new ImportRefusal(ChatImports.TooMany);
    }

    public void Skip(string? title, string reason) => _skipped.Add(new SkippedChat(title ?? ChatImports.Untitled, reason));

    public void Add(string? id, string? title, JsonElement created, JsonElement updated, IReadOnlyList<ChatNode> nodes, string? active, IReadOnlyList<ImportedBranch>? branches = null)
    {
        var tree = new ChatTree(nodes);
        var messages = tree.Messages();
        var name = title ?? ChatImports.Untitled;
        if (messages.Count == 0)
        {
            Skip(name, NoMessages);
            return;
        }
        id ??= IdOf(messages);
        if (!_ids.Add(id))
        {
            Skip(name, "It is in this file twice; the first one is taken.");
            return;
        }
        var first = ImportTimes.Of(created) ?? messages.Select(message => message.CreatedAt).Min();
        var last = ImportTimes.Of(updated) ?? messages.Select(message => message.CreatedAt).Max() ?? first;
        _chats.Add(new ImportedChat(id, name, first, last < first ? first : last, messages, ChatTree.Leaf(messages, tree.NearestRead(active)))
        {
            Origin = Origin,
            Branches = [.. (branches ?? []).Where(branch => messages.Any(message => message.ExternalId == branch.MessageExternalId))],
        });
    }

    // How a chat begins stays the same while it grows.
    private static string IdOf(IReadOnlyList<ImportedMessage> messages) =>
        "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{messages[0].ExternalId}\n{messages[0].CreatedAt:O}\n{messages[0].Text}")));
}
