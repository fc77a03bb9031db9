using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Chat.Recall;

namespace Mosaic.Tests.Chat.Recall;

/// <summary>What branches know of each other, by the prompts that are kept of their answers.</summary>
public sealed class ForgottenBranchHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private const string Asked = "What are my sister and my brother called?";

    private static readonly string[] Facts = ["My brother is called Barnaby.", "My sister is called Heliotrope."];

    [Fact]
    public async Task AFactOfOneBranchIsInNoPromptOfTheOtherOneOfTheTrunkInBothAndAForgottenOneInNeither()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.AnswerWith(call => !call.SystemText.Contains("JSON array", StringComparison.Ordinal) ? "I see." : Facts.FirstOrDefault(fact => call.PromptText.Contains(fact, StringComparison.Ordinal)) is { } told ? $"[\"{told}\"]" : "[]");
        var (talk, _) = await TalkAsync(user);
        var trunk = await SayAsync(user, talk, Facts[0]);
        var (a, b) = (await SayAsync(user, talk, Facts[1], after: trunk.Id), await SayAsync(user, talk, "It rains in the mountains.", after: trunk.Id));
        var kept = await MemoriesAsync(user);
        Assert.Equal(Facts, kept.Select(fact => fact.Content));
        var (brother, sister) = (kept[0].Id, kept[1].Id);

        var (inA, inB) = (await SayAsync(user, talk, Asked, after: a.Id), await SayAsync(user, talk, Asked, after: b.Id));

        Assert.Equal(new[] { brother, sister }.Order(), Remembered(inA).Order());
        Assert.Equal([brother], Remembered(inB));
        Assert.Equal(Facts, (await House.Get<PromptTexts>().ReadAsync(user, [brother, sister])).OrderBy(text => text.Key).Select(text => text.Value));
        Assert.Contains("Heliotrope", await PromptAsync(inA), StringComparison.Ordinal);
        Assert.DoesNotContain("Heliotrope", await PromptAsync(inB), StringComparison.Ordinal);
        foreach (var answer in new[] { inA, inB }) Assert.Contains("Barnaby", await PromptAsync(answer), StringComparison.Ordinal);

        foreach (var fact in new[] { brother, sister }) Assert.NotNull(await House.Get<MemoryForgetting>().ForgetAsync(user, fact));

        // What was kept of the prompts before is gone, and the inspector has no words for what went in then.
        Assert.Equal("", await PromptAsync(inA) + await PromptAsync(inB));
        Assert.Empty(await House.Get<PromptTexts>().ReadAsync(user, [brother, sister]));
        foreach (var end in new[] { a, b })
        {
            var answer = await SayAsync(user, talk, Asked, after: end.Id);
            Assert.Empty(Remembered(answer));
            var prompt = await PromptAsync(answer);
            Assert.DoesNotContain("Heliotrope", prompt, StringComparison.Ordinal);
            Assert.DoesNotContain("Barnaby", prompt, StringComparison.Ordinal);
            Assert.Contains("its writer had it forgotten", prompt, StringComparison.Ordinal);
        }
    }

    /// <summary>The facts that went into the prompt of an answer, as the inspector has it.</summary>
    private static IEnumerable<Guid> Remembered(Message answer) => answer.Metadata.Window!.Parts.Where(part => part is { Kind: "memory", Dropped: null }).Select(part => part.Id!.Value);

    private async Task<string> PromptAsync(Message answer)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.TurnPrompts.Where(prompt => prompt.TurnId == answer.TurnId).Select(prompt => prompt.Prompt).SingleOrDefaultAsync() ?? "";
    }
}
