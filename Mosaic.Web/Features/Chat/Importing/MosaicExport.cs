using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A conversation as Mosaic itself exports it; docs/chat-export.md says how. Of a file of another hand nothing is believed.</summary>
internal static class MosaicExport
{
    public const string Origin = "mosaic";
    public const string Format = "mosaic-chat";

    /// <summary>An answer reads no more.</summary>
    private const int MostSources = 100;

    private const int MaxTrouble = 2_000;

    public static bool IsOne(JsonElement chat) => chat.Get("format").Text() == Format && chat.Get("messages").ValueKind == JsonValueKind.Array;

    public static void Read(JsonElement chat, ChatMaker maker)
    {
        var (about, nodes) = (chat.Get("conversation"), new List<ChatNode>());
        foreach (var message in chat.Get("messages").Items())
        {
            maker.CountMessage();
            if (message.Get("id").Id() is { } id) nodes.Add(new ChatNode(id, message.Get("parentId").Id(), [], Message(id, message)));
        }
        maker.Add(about.Get("id").Id(), about.Get("title").Line(), about.Get("createdAt"), about.Get("updatedAt"), nodes, about.Get("activeMessageId").Id(), Branches(chat));
    }

    private static ImportedMessage? Message(string id, JsonElement message)
    {
        ImportedRole? role = message.Get("role").Text() switch
        {
            MessageRole.User => ImportedRole.User,
            MessageRole.Assistant => ImportedRole.Assistant,
            MessageRole.System => ImportedRole.System,
            _ => null,
        };
        var text = message.Get("content").Said();
        if (role is not { } known || text.Length == 0) return null;
        return new ImportedMessage(id, null, known, message.Get("name").Line(), text, ImportTimes.Of(message.Get("createdAt")), message.Get("model").Line())
        {
            // What another process was writing when it was exported, nobody writes any more.
            State = message.Get("state").Text() switch
            {
                MessageState.Failed => MessageState.Failed,
                MessageState.Stopped or MessageState.Streaming => MessageState.Stopped,
                _ => MessageState.Complete,
            },
            Trouble = Cut(message.Get("trouble"), MaxTrouble),
            Provider = message.Get("provider").Line(),
            Tokens = message.Get("tokens") is { ValueKind: JsonValueKind.Number } tokens && tokens.TryGetInt32(out var count) ? Math.Max(0, count) : 0,
            IsAutomatic = message.Get("isAutomatic").IsTrue(),
            Direction = Cut(message.Get("direction"), StoryBranch.MaxDirection),
            Sources = Sources(message.Get("sources")),
        };
    }

    /// <summary>All of them or none: their places are the numbers in the text.</summary>
    private static List<MessageSource> Sources(JsonElement sources)
    {
        var read = new List<MessageSource>();
        foreach (var source in sources.Items().Take(MostSources))
        {
            if (source.Get("kind").Text() is not (MessageSource.Memo or MessageSource.Document or MessageSource.Memory) || !Guid.TryParse(source.Get("id").Text(), out var id)) return [];
            var score = source.Get("score") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var near) ? Math.Clamp(near, 0, 1) : 0;
            read.Add(new MessageSource(source.Get("kind").Text()!, id, source.Get("title").Line() ?? "", Whole(source.Get("revision")), Whole(source.Get("position")) ?? 0, ImportTimes.Of(source.Get("writtenAt")), score));
        }
        return read;
    }

    private static List<ImportedBranch> Branches(JsonElement chat)
    {
        var read = new List<ImportedBranch>();
        foreach (var branch in chat.Get("branches").Items().Take(Chat.Branches.BranchRules.Most))
        {
            if (branch.Get("messageId").Id() is not { } message || branch.Get("title").Line() is not { } title || read.Exists(one => one.MessageExternalId == message)) continue;
            read.Add(new ImportedBranch(message, PlainText.Cut(title, StoryBranch.MaxTitle), (short)Math.Clamp(Whole(branch.Get("color")) ?? 1, 1, 6), Cut(branch.Get("direction"), StoryBranch.MaxDirection)));
        }
        return read;
    }

    private static int? Whole(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= 0 ? number : null;

    private static string? Cut(JsonElement element, int most) => element.Text() is { } text && ImportJson.Clean(text) is { Length: > 0 } clean ? PlainText.Cut(clean, most) : null;
}
