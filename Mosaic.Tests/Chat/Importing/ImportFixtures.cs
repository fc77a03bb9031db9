using System.Text;
using Mosaic.Web.Features.Chat.Importing;

namespace Mosaic.Tests.Chat.Importing;

/// <summary>Exports made by hand, and what reading them gives.</summary>
internal static class ImportFixtures
{
    public static async Task<ChatImport> ImportAsync(byte[] file, string name = "export.json")
    {
        using var stream = new MemoryStream(file);
        return await ChatImports.ReadAsync(stream, name, TestContext.Current.CancellationToken);
    }

    public static async Task<ChatImport.Read> ReadAsync(string export, string name = "export.json") =>
        Assert.IsType<ChatImport.Read>(await ImportAsync(Encoding.UTF8.GetBytes(export), name));

    public static async Task<ImportedChat> ChatAsync(string export, string name = "export.json") => Assert.Single((await ReadAsync(export, name)).Chats);

    public static async Task<string> RefusalAsync(string export) => Assert.IsType<ChatImport.Refused>(await ImportAsync(Encoding.UTF8.GetBytes(export))).Sentence;

    /// <summary>Each message as <c>id&lt;parent</c>.</summary>
    public static string Shape(ImportedChat chat) => string.Join(' ', chat.Messages.Select(message => $"{message.ExternalId}<{message.ParentExternalId}"));

    /// <summary>A chat of ChatGPT with the given mapping.</summary>
    public static string Gpt(string mapping, string current = "") => $$"""[{"id":"chat-1","title":"Sea","create_time":1700000000.5,"update_time":1700000100,"mapping":{ {{mapping}} },"current_node":"{{current}}"}]""";

    /// <summary>A node of ChatGPT; without a text it holds no message.</summary>
    public static string Node(string id, string? parent, string? text, string role = "user", string children = "", string more = "") =>
        $$"""
        "{{id}}":{"id":"{{id}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"children":[{{children}}],"message":{{(text is null ? "null"
            : $$"""{"author":{"role":"{{role}}"},"create_time":1700000001,"content":{"content_type":"text","parts":["{{text}}"]}{{more}}}""")}}}
        """;

    /// <summary>What must hold of every chat that is read, whatever was in the file.</summary>
    public static void IsSound(ImportedChat chat)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Assert.NotEmpty(chat.Messages);
        foreach (var message in chat.Messages)
        {
            Assert.True(message.ParentExternalId is null || seen.Contains(message.ParentExternalId), "A parent stands before its child.");
            Assert.True(seen.Add(message.ExternalId), "An id stands once.");
            Assert.False(string.IsNullOrWhiteSpace(message.Text));
            Assert.DoesNotContain('\0', message.Text);
            Assert.InRange(message.ExternalId.Length, 1, 200);
            Assert.Equal(message.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message.Text)));
        }
        Assert.Contains(chat.ActiveExternalId, seen);
        Assert.DoesNotContain(chat.Messages, message => message.ParentExternalId == chat.ActiveExternalId);
    }
}
