using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Tests.Bots.Personas;

public sealed class BotGalleryTests
{
    [Fact]
    public void There_are_eight_and_no_two_are_alike()
    {
        Assert.Equal(8, BotGallery.All.Count);
        Assert.Equal(8, BotGallery.All.Select(sheet => sheet.Name.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(8, BotGallery.All.Select(sheet => Question(sheet.PersonalityPrompt)).Distinct().Count());
        Assert.Contains(BotGallery.All, sheet => sheet.Name == "Socrates");
    }

    [Fact]
    public void Each_may_be_made_as_it_is() => Assert.All(BotGallery.All, sheet =>
    {
        var clean = BotRules.Clean(sheet);
        Assert.Null(BotRules.Refuse(clean));
        Assert.Equal((sheet.Name, sheet.PersonalityPrompt, sheet.Backstory, sheet.Greeting), (clean.Name, clean.PersonalityPrompt, clean.Backstory, clean.Greeting));
        Assert.Equal(sheet.Tags, clean.Tags);
        Assert.Equal(sheet.Attributes, clean.Attributes);
    });

    [Fact]
    public void Each_reads_along_once_per_memo_and_not_without_end() => Assert.All(BotGallery.All, sheet =>
    {
        Assert.Null(TriggerRules.Warn(sheet.Trigger));
        Assert.True(sheet.AutoReply);
        Assert.Equal((BotTrigger.Always, BotTrigger.Memo, 20), (sheet.Trigger.When, sheet.Trigger.OncePer, sheet.Trigger.DailyCap));
    });

    [Fact]
    public void Each_says_enough_of_itself_and_no_more() => Assert.All(BotGallery.All, sheet =>
    {
        Assert.InRange(sheet.PersonalityPrompt.Length, 400, 900);
        Assert.StartsWith($"You are {sheet.Name}", sheet.PersonalityPrompt, StringComparison.Ordinal);
        Assert.Contains("sentence", sheet.PersonalityPrompt.Replace("lines", "sentences", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("never", sheet.PersonalityPrompt, StringComparison.Ordinal);
        Assert.InRange(sheet.Description.Length, 20, 120);
        Assert.DoesNotContain('\n', sheet.Description);
        Assert.NotEqual("", sheet.Backstory);
        Assert.NotEqual("", sheet.Greeting);
        Assert.InRange(sheet.Attributes.Count, 2, 3);
        Assert.NotEmpty(sheet.Tags);
    });

    [Fact]
    public void Each_holds_one_question() => Assert.All(BotGallery.All, sheet =>
    {
        Assert.Single(sheet.PersonalityPrompt, '?');
        Assert.InRange(Question(sheet.PersonalityPrompt).Length, 20, 120);
    });

    private static string Question(string prompt)
    {
        var end = prompt.IndexOf('?', StringComparison.Ordinal);
        return prompt[(prompt.LastIndexOfAny(['.', ':'], end) + 1)..(end + 1)].Trim();
    }
}
