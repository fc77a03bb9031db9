using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineTagsTests
{
    private static readonly KnownTag[] Known =
    [
        new("garden", ["Planted garlic, two rows, noses up. Covered with straw.", "The tomatoes need water, the beds are dry.", "Swept the leaves for compost."]),
        new("work/mosaic", ["Search should say why a memo came up.", "The release slips because of the schema.", "A good error message says what to do next."]),
        new("cooking", ["Soup of roasted pumpkin and ginger.", "Lentils, carrots, a spoon of vinegar."]),
        new("reise", ["Flug nach Lissabon gebucht, Hotel fehlt noch.", "Der Zug nach Wien hatte Verspätung."]),
        new("today", ["Long day."]),
    ];

    [Theory]
    [InlineData("Sowed beans and watered the seedlings on the balcony.", "garden")]
    [InlineData("Made a stew with onions and carrots, needs more ginger.", "cooking")]
    [InlineData("The Mosaic logo is too blue.", "work/mosaic")]
    [InlineData("Die Fähre hatte Verspätung, wir kamen spät ins Hotel.", "reise")]
    public void The_persons_own_tags_come_first(string text, string tag) => Assert.Equal(tag, OfflineTags.Propose(text, Known)[0]);

    [Theory]
    [InlineData("What a nice day today.")]
    [InlineData("Call Tom tomorrow about the thing.")]
    [InlineData("My neighbour plays the saxophone.")]
    public void A_tag_that_does_not_fit_is_not_proposed(string text) => Assert.Empty(OfflineTags.Propose(text, Known));

    [Theory]
    [InlineData("The migration took three hours. We need a migration plan, and the plan needs a test of the migration.", "migration")]
    [InlineData("# Beekeeping course\n\nIt starts in May.", "beekeeping")]
    [InlineData("The climate model is slow. A faster climate model would help, said Ann of the climate model.", "climate-model")]
    [InlineData("Der Vorstand hat die Satzung besprochen. Über die Satzung stimmen wir im Mai ab.", "satzung")]
    [InlineData("Bread: flour, water, salt, a little butter.", "food")]
    [InlineData("Brot, Käse, Suppe und Kuchen für alle gekauft.", "essen")]
    [InlineData("数据库迁移需要三个小时。我写了数据库迁移的测试。数据库迁移下周开始。", "数据库迁移")]
    public void Without_own_tags_the_text_gives_the_words(string text, string tag) => Assert.Contains(tag, OfflineTags.Propose(text, []));

    [Theory]
    [InlineData("today today today tomorrow tomorrow")]
    [InlineData("The thing is the thing. A thing of things. This thing.")]
    [InlineData("# Today\n\nThe day was a day like the day before.")]
    [InlineData("The 2026 plan: 2026 and 2026. The 42 of the 42.")]
    [InlineData("https://garden.example/garden https://garden.example/garden the https://garden.example")]
    [InlineData("Write to the ann@garden.example and the ann@garden.example.")]
    [InlineData("```\nthe parser the parser the parser\n```")]
    [InlineData("Don't. Don't. The don't of don't.")]
    [InlineData("ok 🙂")]
    [InlineData("Ich bin heute mit der Sache nicht fertig. Die Sache und die Sache.")]
    [InlineData("")]
    public void No_tag_is_better_than_a_silly_one(string text) => Assert.Empty(OfflineTags.Propose(text, []));

    [Fact]
    public void A_tag_that_stands_in_the_text_is_not_proposed_again() =>
        Assert.DoesNotContain("garden", OfflineTags.Propose("Watered the beds of the garden; the garden is dry. #garden", Known));

    [Fact]
    public void Every_proposal_is_a_tag_in_the_form_it_is_kept_in() => Assert.All(
        NaughtyStrings.All.SelectMany(text => OfflineTags.Propose($"# {text}\n\n{text} the {text}. A {text}", [new KnownTag(text, [text])], most: 10)),
        tag =>
        {
            Assert.True(TagSyntax.IsTag(tag), tag);
            Assert.Equal(TagSyntax.Normalise(tag), tag);
        });

    [Fact]
    public void No_more_are_proposed_than_asked_for()
    {
        const string Text = "# Garden kitchen music software\n\nThe garden, the soup, the guitar and the server. A garden, a soup, a guitar, a server.";
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(most => OfflineTags.Propose(Text, Known, most).Count));
        Assert.Equal(3, OfflineTags.Propose(Text, Known).Count);
    }
}
