using Mosaic.Web.Features.Chat.Importing;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

public sealed class OpenWebUiImportTests
{
    private const string Inner = """
        {"title":"Inner","timestamp":1700000000000,"history":{"currentId":"c","messages":{
        "a":{"id":"a","parentId":null,"childrenIds":["c","b"],"role":"user","content":"Why?","timestamp":1700000000},
        "b":{"id":"b","parentId":"a","childrenIds":[],"role":"assistant","content":"So.","model":"m-1","modelName":"Mia","timestamp":1700000002},
        "c":{"id":"c","parentId":"a","childrenIds":[],"role":"assistant","content":"Because.","timestamp":1700000001}}}}
        """;

    [Fact]
    public async Task An_export_keeps_its_siblings_and_what_was_open()
    {
        var chat = await ChatAsync($$"""[{"id":"x","title":"Outer","created_at":1700000000,"updated_at":1700000009,"chat":{{Inner}}}]""");
        Assert.Equal(("x", "Outer", "c"), (chat.ExternalId, chat.Title, chat.ActiveExternalId));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), DateTimeOffset.FromUnixTimeSeconds(1_700_000_009)), (chat.CreatedAt, chat.UpdatedAt));
        Assert.Equal("a< c<a b<a", Shape(chat));
        Assert.Equal(new ImportedMessage("b", "a", ImportedRole.Assistant, "Mia", "So.", DateTimeOffset.FromUnixTimeSeconds(1_700_000_002), "m-1"), chat.Messages[^1]);
    }

    [Fact]
    public async Task A_bare_chat_is_read_too()
    {
        var chat = await ChatAsync(Inner);
        Assert.Equal(("Inner", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)), (chat.Title, chat.CreatedAt));
        Assert.Equal("a< c<a b<a", Shape(chat));
        Assert.Equal("a< c<a b<a", Shape(await ChatAsync($$"""{"chat":{{Inner}}}""")));
    }

    [Fact]
    public async Task An_old_list_of_messages_is_a_chain() =>
        Assert.Equal("m0< m1<m0 z<m1", Shape(await ChatAsync("""{"messages":[{"role":"user","content":"1"},{"role":"assistant","content":[{"type":"text","text":"2"}]},{"id":"z","role":"system","content":"3"}]}""")));

    [Fact]
    public async Task Unknown_roles_and_wrong_types_are_left_out()
    {
        var chat = await ChatAsync("""
            {"title":5,"history":{"currentId":{},"messages":{"a":{"role":"user","content":"1"},"b":{"parentId":"a","role":"robot","content":"2"},"c":{"parentId":"b","role":"assistant","content":"3","timestamp":"x"},
            "d":5,"e":{"parentId":["a"],"role":"user","content":{}},"":{"role":"user","content":"6"}}}}
            """);
        Assert.Equal("Untitled chat", chat.Title);
        Assert.Equal("a< c<a", Shape(chat));
        Assert.Null(chat.Messages[1].CreatedAt);
    }
}
