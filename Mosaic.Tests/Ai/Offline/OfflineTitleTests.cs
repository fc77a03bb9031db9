using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineTitleTests
{
    [Theory]
    [InlineData("Some words.\n\n## The *allotment* in May\n\nMore.", "The allotment in May")]
    [InlineData("What did I write about the garden?", "What did I write about the garden?")]
    [InlineData("Today was long. The migration took three hours.", "The migration took three hours")]
    [InlineData("Half-way through the book about the sea: nothing happens and every page of it is full of birds", "Half-way through the book about the sea")]
    [InlineData("- [ ] renew the passport\n- [ ] dentist", "renew the passport")]
    [InlineData("Der Zug fiel aus, z.B. wegen Schnee. Dann Bus.", "Der Zug fiel aus, z.B. wegen Schnee")]
    [InlineData("今天我们讨论了数据库迁移的方案。晚上吃火锅。", "今天我们讨论了数据库迁移的方案")]
    [InlineData("ok", "ok")]
    [InlineData("", "")]
    [InlineData("```\ncode\n```", "")]
    public void A_text_is_named(string text, string title) => Assert.Equal(title, OfflineTitle.Of(text));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var title = OfflineTitle.Of("The allotment neighbour gave me three gooseberry bushes and a lecture about mulch");
        Assert.Equal("The allotment neighbour gave me three gooseberry bushes and…", title);
    }

    [Fact]
    public void No_title_is_longer_than_sixty_or_has_two_lines() => Assert.All(NaughtyStrings.All, text =>
    {
        var title = OfflineTitle.Of(text);
        Assert.InRange(title.Length, 0, OfflineTitle.MaxLength);
        Assert.DoesNotContain('\n', title);
    });
}
