using System.Text.Json;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Reads exports of Mosaic itself, ChatGPT, Open WebUI and SillyTavern as trees of messages. Any bytes may come.</summary>
public static class ChatImports
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>The most messages in a file, those that are left out included.</summary>
    public const int MaxMessages = 100_000;

    internal const string Untitled = "Untitled chat";
    internal const string TooLarge = "This file is larger than 20 MB. Export fewer chats at a time.";
    internal const string TooMany = "This file holds more than 100,000 messages. Export fewer chats at a time.";
    internal const string Unknown = "This file is no export of chats that Mosaic knows. Choose ChatGPT's conversations.json, an export of Open WebUI or of Mosaic, or a .jsonl file of SillyTavern.";
    internal const string Broken = "This file cannot be read: it is broken, or not complete. Export the chats again.";

    private const string NoChat = "It is no chat that Mosaic knows.";

    /// <summary>Which export it is tells its content; the name only serves as a title where there is none.</summary>
    public static async Task<ChatImport> ReadAsync(Stream file, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            var bytes = await DocumentBytes.ReadAsync(file, MaxBytes, TooLarge, null, cancellationToken);
            return Read(TextBytes.Decode(bytes.Span) ?? throw new ImportRefusal(Unknown), name, cancellationToken);
        }
        catch (Exception refusal) when (refusal is ImportRefusal or DocumentRefusal)
        {
            return new ChatImport.Refused(refusal.Message);
        }
    }

    private static ChatImport Read(string text, string name, CancellationToken cancellationToken)
    {
        if (text.AsSpan().Trim() is not ['{' or '[', ..]) throw new ImportRefusal(Unknown);
        var maker = new ChatMaker(cancellationToken);
        if (IsLines(text))
        {
            maker.Origin = "sillytavern";
            SillyTavernExport.Read(text, name, maker);
        }
        else ReadWhole(text, maker);
        return maker.Result;
    }

    private static bool IsLines(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOfAny('\r', '\n');
        try
        {
            using var first = JsonDocument.Parse(SoundJson.Of(start[..(end < 0 ? start.Length : end)].ToString()), ImportJson.Reading);
            return SillyTavernExport.IsOne(first.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void ReadWhole(string text, ChatMaker maker)
    {
        try
        {
            using var document = JsonDocument.Parse(SoundJson.Of(text), ImportJson.Reading);
            var root = document.RootElement;
            var chats = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            if (!chats.Exists(chat => MosaicExport.IsOne(chat) || ChatGptExport.IsOne(chat) || OpenWebUiExport.IsOne(chat))) throw new ImportRefusal(Unknown);
            foreach (var chat in chats) ReadOne(chat, maker);
        }
        catch (JsonException)
        {
            throw new ImportRefusal(Broken);
        }
    }

    private static void ReadOne(JsonElement chat, ChatMaker maker)
    {
        Action<JsonElement, ChatMaker>? read;
        (maker.Origin, read) = chat switch
        {
            _ when MosaicExport.IsOne(chat) => (MosaicExport.Origin, MosaicExport.Read),
            _ when ChatGptExport.IsOne(chat) => ("chatgpt", ChatGptExport.Read),
            _ when OpenWebUiExport.IsOne(chat) => ("open-webui", OpenWebUiExport.Read),
            _ => ("", (Action<JsonElement, ChatMaker>?)null),
        };
        if (read is not null) read(chat, maker);
        else
        {
            maker.CountMessage();
            maker.Skip(chat.Get("title").Line(), NoChat);
        }
    }
}
