using System.Text.Json;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A conversation of ChatGPT's <c>conversations.json</c>: a mapping of ids to nodes with parents and children.</summary>
internal static class ChatGptExport
{
    public static bool IsOne(JsonElement chat) => chat.Get("mapping").ValueKind == JsonValueKind.Object;

    public static void Read(JsonElement chat, ChatMaker maker)
    {
        var nodes = new List<ChatNode>();
        foreach (var (name, node) in chat.Get("mapping").Properties().Select(property => (property.Name, property.Value)))
        {
            maker.CountMessage();
            if (ImportJson.IdOf(name) is not { } id) continue;
            nodes.Add(new ChatNode(id, node.Get("parent").Id(), [.. node.Get("children").Items().Select(child => child.Id()).OfType<string>()], Message(id, node.Get("message"))));
        }
        maker.Add(chat.Get("conversation_id").Id() ?? chat.Get("id").Id(), chat.Get("title").Line(), chat.Get("create_time"), chat.Get("update_time"), nodes, chat.Get("current_node").Id());
    }

    private static ImportedMessage? Message(string id, JsonElement message)
    {
        var author = message.Get("author");
        if (RoleOf(author.Get("role").Text()) is not { } role || message.Get("metadata").Get("is_visually_hidden_from_conversation").IsTrue()) return null;
        // What is said to a tool is not said to the person, and what is thought is not said at all.
        if (message.Get("recipient").Text() is not (null or "all")) return null;
        var content = message.Get("content");
        if (content.Get("content_type").Text() is not (null or "text" or "multimodal_text")) return null;
        var text = content.Get("parts").Said();
        return text.Length == 0 ? null
            : new ImportedMessage(id, null, role, author.Get("name").Line(), text, ImportTimes.Of(message.Get("create_time")), message.Get("metadata").Get("model_slug").Line());
    }

    private static ImportedRole? RoleOf(string? role) => role switch
    {
        "user" => ImportedRole.User,
        "assistant" => ImportedRole.Assistant,
        "system" => ImportedRole.System,
        _ => null,
    };
}
