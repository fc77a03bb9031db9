using Mosaic.Web.Features.Chat.Importing;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

public sealed class SillyTavernImportTests
{
    private const string Head = """{"user_name":"Bob","character_name":"Ada Fern","create_date":"2024-1-5@10h11m","chat_metadata":{"integrity":"i-1"}}""";

    [Fact]
    public async Task Swipes_are_siblings_and_the_chosen_one_goes_on()
    {
        var chat = await ChatAsync(string.Join('\n', Head,
            """{"name":"Ada","is_user":false,"mes":"Hello.","send_date":"January 5, 2024 10:11am","extra":{"model":"m-1"}}""",
            """{"name":"Bob","is_user":true,"mes":"Hi.","send_date":1704449460000}""",
            """{"name":"Ada","is_user":false,"mes":"Two, edited.","swipe_id":1,"swipes":["One.","Two.","Three."],"swipe_info":[{"send_date":"2024-01-05T10:12:00Z"}]}""",
            """{"name":"System","is_system":true,"mes":"Night."}"""), "chat.jsonl");
        Assert.Equal(("i-1", "Ada Fern", "m3.0"), (chat.ExternalId, chat.Title, chat.ActiveExternalId));
        Assert.Equal(new DateTimeOffset(2024, 1, 5, 10, 11, 0, TimeSpan.Zero), chat.CreatedAt);
        Assert.Equal("m0.0< m1.0<m0.0 m2.0<m1.0 m2.1<m1.0 m3.0<m2.1 m2.2<m1.0", Shape(chat));
        Assert.Equal(["Hello.", "Hi.", "One.", "Two, edited.", "Night.", "Three."], chat.Messages.Select(message => message.Text));
        Assert.Equal(new ImportedMessage("m0.0", null, ImportedRole.Assistant, "Ada", "Hello.", new DateTimeOffset(2024, 1, 5, 10, 11, 0, TimeSpan.Zero), "m-1"), chat.Messages[0]);
        Assert.Equal((ImportedRole.User, ImportedRole.System), (chat.Messages[1].Role, chat.Messages[4].Role));
        Assert.Equal(new DateTimeOffset(2024, 1, 5, 10, 12, 0, TimeSpan.Zero), chat.Messages[2].CreatedAt);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("\"x\"")]
    [InlineData("1e300")]
    public async Task A_wrong_choice_of_swipes_leads_to_what_is_shown(string choice)
    {
        var chat = await ChatAsync($$"""{"mes":"Two.","swipe_id":{{choice}},"swipes":["One.",5,"Two."]}""" + "\n" + """{"mes":"Next.","is_user":true}""");
        Assert.Equal("m0.0< m0.2< m1.0<m0.2", Shape(chat));
        var unknown = await ChatAsync($$"""{"mes":"Shown.","swipe_id":{{choice}},"swipes":["One."]}""" + "\n" + """{"mes":"Next.","is_user":true}""");
        Assert.Equal(["One.", "Shown.", "Next."], unknown.Messages.Select(message => message.Text));
        Assert.Equal("m0.1", unknown.Messages[^1].ParentExternalId);
    }

    [Fact]
    public async Task Broken_lines_are_counted_and_left_out()
    {
        var read = await ReadAsync(Head + "\r\n{broken\r\n\r\n5\r\n" + """{"mes":"Hi."}""", "chat.jsonl");
        Assert.Equal("Hi.", Assert.Single(read.Chats).Messages.Single().Text);
        Assert.Equal(new SkippedChat("Ada Fern", "2 lines of it are broken and left out."), Assert.Single(read.Skipped));
    }

    [Fact]
    public async Task A_chat_of_a_head_only_is_skipped() => Assert.Equal([new SkippedChat("Ada Fern", ChatMaker.NoMessages)], (await ReadAsync(Head)).Skipped);

    [Fact]
    public async Task A_message_without_text_joins_what_follows_to_what_was_before() =>
        Assert.Equal("m0.0< m2.0<m0.0", Shape(await ChatAsync("""{"mes":"1"}""" + "\n" + """{"mes":" "}""" + "\n" + """{"mes":"3"}""")));

    [Fact]
    public async Task A_hundred_thousand_swipes_are_refused() =>
        Assert.Equal(ChatImports.TooMany, await RefusalAsync($$"""{"mes":"x","swipes":[{{string.Join(',', Enumerable.Repeat("\"x\"", 100_001))}}]}"""));
}
