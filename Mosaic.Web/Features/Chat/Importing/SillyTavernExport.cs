using System.Globalization;
using System.Text.Json;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A chat of SillyTavern: a line for its head and one for each message. Swipes of a message are its siblings.</summary>
internal static class SillyTavernExport
{
    /// <summary>Whether a line is the head of a chat, or a message of one.</summary>
    public static bool IsOne(JsonElement line) => IsHead(line) || IsMessage(line);

    public static void Read(string text, string name, ChatMaker maker)
    {
        var nodes = new List<ChatNode>();
        JsonDocument? head = null;
        string? above = null;
        int broken = 0, number = 0;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            if (span.IsWhiteSpace()) continue;
            var line = Parse(span.ToString());
            if (line is null || !IsOne(line.RootElement)) broken++;
            else if (IsMessage(line.RootElement)) above = Take(line.RootElement, number++, above, nodes, maker);
            else head ??= JsonDocument.Parse(line.RootElement.GetRawText(), ImportJson.Reading);
            line?.Dispose();
        }
        using (head)
        {
            var about = head?.RootElement ?? default;
            var title = about.Get("character_name").Line() ?? ImportJson.IdOf(Path.GetFileNameWithoutExtension(name));
            if (broken > 0) maker.Skip(title, broken == 1 ? "A line of it is broken and left out." : string.Create(CultureInfo.InvariantCulture, $"{broken} lines of it are broken and left out."));
            maker.Add(about.Get("chat_metadata").Get("integrity").Id(), title, about.Get("create_date"), default, nodes, above);
        }
    }

    private static bool IsHead(JsonElement line) => line.Get("user_name").ValueKind == JsonValueKind.String || line.Get("chat_metadata").ValueKind == JsonValueKind.Object;

    private static bool IsMessage(JsonElement line) => line.Get("mes").ValueKind == JsonValueKind.String;

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(SoundJson.Of(line), ImportJson.Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message and its swipes; answers the one that was chosen, which the next message follows.</summary>
    private static string Take(JsonElement line, int number, string? above, List<ChatNode> nodes, ChatMaker maker)
    {
        var swipes = line.Get("swipes").Items().ToList();
        var chosen = line.Get("swipe_id") is { ValueKind: JsonValueKind.Number } said && said.TryGetInt32(out var at) && at >= 0 && at < swipes.Count
            ? at : swipes.FindIndex(swipe => swipe.Text() == line.Get("mes").Text());
        if (swipes.Count == 0 || chosen < 0)
        {
            // What is shown is none of the swipes, so it stands after them.
            chosen = swipes.Count;
            swipes.Add(line.Get("mes"));
        }
        var times = line.Get("swipe_info").Items().Select(info => info.Get("send_date")).ToList();
        for (var swipe = 0; swipe < swipes.Count; swipe++)
        {
            maker.CountMessage();
            var id = Id(number, swipe);
            // The chosen one may have been edited; its swipe then says what it was before.
            var text = (swipe == chosen ? line.Get("mes") : swipes[swipe]).Said();
            var time = (swipe < times.Count && swipe != chosen ? ImportTimes.Of(times[swipe]) : null) ?? ImportTimes.Of(line.Get("send_date"));
            nodes.Add(new ChatNode(id, above, [], text.Length == 0 ? null : new ImportedMessage(id, null, RoleOf(line), line.Get("name").Line(), text, time, line.Get("extra").Get("model").Line())));
        }
        return Id(number, chosen);
    }

    private static string Id(int number, int swipe) => string.Create(CultureInfo.InvariantCulture, $"m{number}.{swipe}");

    private static ImportedRole RoleOf(JsonElement line) => line.Get("is_user").IsTrue() ? ImportedRole.User
        : line.Get("is_system").IsTrue() || line.Get("extra").Get("type").Text() == "narrator" ? ImportedRole.System : ImportedRole.Assistant;
}
