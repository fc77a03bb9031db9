using System.Globalization;
using Mosaic.Web.Features.Chat.Importing;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

public sealed class ChatGptImportTests
{
    [Fact]
    public async Task A_conversation_keeps_its_siblings_in_their_order_and_what_was_open()
    {
        var chat = await ChatAsync(Gpt(string.Join(',',
            Node("root", null, null, children: "\"sys\""),
            Node("sys", "root", "", "system", "\"q\""),
            Node("q", "sys", "Why?", children: "\"b\",\"a\""),
            Node("a", "q", "Because.", "assistant", more: ",\"metadata\":{\"model_slug\":\"m-1\"}"),
            Node("b", "q", "So.", "assistant", "\"c\""),
            Node("c", "b", "Hm.")), "a"));
        Assert.Equal(("chat-1", "Sea", "a"), (chat.ExternalId, chat.Title, chat.ActiveExternalId));
        Assert.Equal("q< b<q c<b a<q", Shape(chat));
        var answer = chat.Messages[^1];
        Assert.Equal((ImportedRole.Assistant, "Because.", "m-1", DateTimeOffset.FromUnixTimeSeconds(1_700_000_001)), (answer.Role, answer.Text, answer.Model, answer.CreatedAt));
        Assert.Equal("2023-11-14T22:13:20.5000000+00:00", chat.CreatedAt?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_100), chat.UpdatedAt);
    }

    [Theory]
    [InlineData("\"recipient\":\"python\"")]
    [InlineData("\"metadata\":{\"is_visually_hidden_from_conversation\":true}")]
    [InlineData("\"content\":{\"content_type\":\"thoughts\",\"parts\":[\"x\"]}")]
    [InlineData("\"content\":{\"content_type\":\"multimodal_text\",\"parts\":[{\"asset_pointer\":\"file\"}]}")]
    [InlineData("\"content\":\"x\"")]
    [InlineData("\"author\":{\"role\":\"tool\"}")]
    [InlineData("\"author\":{\"role\":5}")]
    [InlineData("\"author\":[]")]
    public async Task What_a_person_does_not_read_is_left_out_and_its_children_join_what_was_before(string hidden)
    {
        var mapping = string.Join(',', Node("q", null, "Why?"), Node("x", "q", "hidden", "assistant", more: "," + hidden), Node("y", "x", "So.", "assistant"));
        Assert.Equal("q< y<q", Shape(await ChatAsync(Gpt(mapping, "x"))));
        Assert.Equal("y", (await ChatAsync(Gpt(mapping, "x"))).ActiveExternalId);
    }

    [Fact]
    public async Task Texts_beside_pictures_are_kept() => Assert.Equal("Look:\n\nNice.", (await ChatAsync(Gpt(
        Node("q", null, "", more: ",\"content\":{\"content_type\":\"multimodal_text\",\"parts\":[\"Look:\",{\"asset_pointer\":\"f\"},\"\",\"Nice.\",7]}")))).Messages[0].Text);

    [Fact]
    public async Task A_circle_is_cut_and_everything_in_it_kept()
    {
        var chat = await ChatAsync(Gpt(string.Join(',', Node("a", "c", "1", children: "\"b\""), Node("b", "a", "2", children: "\"c\""), Node("c", "b", "3", children: "\"a\""), Node("d", "d", "4"))));
        IsSound(chat);
        Assert.Equal(["a", "b", "c", "d"], chat.Messages.Select(message => message.ExternalId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missing_parent_makes_a_root_and_several_roots_are_kept()
    {
        var chat = await ChatAsync(Gpt(string.Join(',', Node("a", "gone", "1"), Node("b", null, "2"), Node("c", "b", "3")), "gone"));
        Assert.Equal("a< b< c<b", Shape(chat));
        Assert.Equal("c", chat.ActiveExternalId);
    }

    [Fact]
    public async Task A_parent_is_known_by_its_children_where_they_do_not_say() =>
        Assert.Equal("a< b<a", Shape(await ChatAsync(Gpt(string.Join(',', Node("b", null, "2"), Node("a", null, "1", children: "\"b\",\"gone\",\"a\""))))));

    [Fact]
    public async Task Of_messages_with_one_id_the_first_counts() => Assert.Equal("1", (await ChatAsync(Gpt(string.Join(',', Node("a", null, "1"), Node("a", null, "2"))))).Messages.Single().Text);

    [Fact]
    public async Task NUL_and_halves_of_characters_are_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD😀", (await ChatAsync(Gpt(Node("a", null, "a\\u0000b\\ud83d\\ud83d\\ude00")))).Messages[0].Text);

    [Fact]
    public async Task A_chain_of_many_thousands_is_read_without_recursion()
    {
        var chat = await ChatAsync(Gpt(string.Join(',', Enumerable.Range(0, 50_000).Select(number => Node($"n{number}", number == 0 ? null : $"n{number - 1}", number % 2 == 0 ? "x" : null)))));
        Assert.Equal(25_000, chat.Messages.Count);
        Assert.Equal("n49998", chat.ActiveExternalId);
        IsSound(chat);
    }

    [Fact]
    public async Task More_than_100_000_messages_are_refused() =>
        Assert.Equal(ChatImports.TooMany, await RefusalAsync(Gpt(string.Join(',', Enumerable.Range(0, 100_001).Select(number => $"\"n{number}\":0")))));

    [Fact]
    public async Task Chats_without_messages_and_chats_told_twice_are_skipped_with_a_reason()
    {
        var chat = Gpt(Node("a", null, "1"))[1..^1];
        var read = await ReadAsync($$$"""[{{{chat}}},{"title":"Empty","mapping":{}},{"title":"Odd"},7,{{{chat}}}]""");
        Assert.Single(read.Chats);
        Assert.Equal([new("Empty", ChatMaker.NoMessages), new("Odd", "It is no chat that Mosaic knows."), new("Untitled chat", "It is no chat that Mosaic knows."),
            new SkippedChat("Sea", "It is in this file twice; the first one is taken.")], read.Skipped);
    }

    [Fact]
    public async Task A_chat_without_an_id_has_the_same_one_at_every_import()
    {
        var export = Gpt(Node("a", null, "1")).Replace("\"id\":\"chat-1\",", "", StringComparison.Ordinal);
        var first = await ChatAsync(export);
        Assert.StartsWith("sha256-", first.ExternalId, StringComparison.Ordinal);
        Assert.Equal(first.ExternalId, (await ChatAsync(export)).ExternalId);
    }
}
