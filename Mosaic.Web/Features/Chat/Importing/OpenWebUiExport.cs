using System.Text.Json;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A chat of Open WebUI: its messages by id with parents and children, wrapped in what the server knows of it, or bare.</summary>
internal static class OpenWebUiExport
{
    public static bool IsOne(JsonElement chat) => Messages(Inner(chat)).ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    public static void Read(JsonElement chat, ChatMaker maker)
    {
        var inner = Inner(chat);
        var messages = Messages(inner);
        var nodes = new List<ChatNode>();
        foreach (var property in messages.Properties()) Take(property.Value, property.Value.Get("id").Id() ?? ImportJson.IdOf(property.Name), nodes, maker);
        // Old chats were lists: each message answers the one before it.
        foreach (var message in messages.Items())
        {
            var before = nodes.Count > 0 ? nodes[^1].Id : null;
            Take(message, message.Get("id").Id() ?? $"m{nodes.Count}", nodes, maker);
            if (before is not null && nodes[^1].Id != before && nodes[^1].ParentId is null) nodes[^1] = nodes[^1] with { ParentId = before };
        }
        maker.Add(
            chat.Get("id").Id() ?? inner.Get("id").Id(),
            chat.Get("title").Line() ?? inner.Get("title").Line(),
            First(chat.Get("created_at"), inner.Get("timestamp")),
            First(chat.Get("updated_at"), inner.Get("updated_at")),
            nodes,
            inner.Get("history").Get("currentId").Id());
    }

    private static JsonElement Inner(JsonElement chat) => chat.Get("chat").ValueKind == JsonValueKind.Object ? chat.Get("chat") : chat;

    private static JsonElement Messages(JsonElement inner) => First(inner.Get("history").Get("messages"), inner.Get("messages"));

    private static JsonElement First(JsonElement one, JsonElement other) => one.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? other : one;

    private static void Take(JsonElement message, string? id, List<ChatNode> nodes, ChatMaker maker)
    {
        maker.CountMessage();
        if (id is null || message.ValueKind != JsonValueKind.Object) return;
        nodes.Add(new ChatNode(id, message.Get("parentId").Id(), [.. message.Get("childrenIds").Items().Select(child => child.Id()).OfType<string>()], Message(id, message)));
    }

    private static ImportedMessage? Message(string id, JsonElement message)
    {
        ImportedRole? role = message.Get("role").Text() switch
        {
            "user" => ImportedRole.User,
            "assistant" => ImportedRole.Assistant,
            "system" => ImportedRole.System,
            _ => null,
        };
        var text = message.Get("content").Said();
        return role is not { } known || text.Length == 0 ? null
            : new ImportedMessage(id, null, known, message.Get("modelName").Line(), text, ImportTimes.Of(message.Get("timestamp")), message.Get("model").Line());
    }
}
