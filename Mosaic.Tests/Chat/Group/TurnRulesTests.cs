using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Group;

namespace Mosaic.Tests.Chat.Group;

public sealed class TurnRulesTests
{
    private static readonly TurnVoice Ann = new(Guid.NewGuid(), "Ann", "Gardens, beds, compost, bees and flowers.", true);
    private static readonly TurnVoice Bob = new(Guid.NewGuid(), "Bob", "Money, budgets, savings, rent and tax.", true);
    private static readonly TurnVoice Cid = new(Guid.NewGuid(), "Cid", "Running, training and sore knees.", true);
    private static readonly TurnVoice[] All = [Ann, Bob, Cid];

    [Fact]
    public void AloneABotAnswersOnceUnderEveryRule()
    {
        foreach (var rule in TurnRule.All)
        {
            Assert.Equal(Ann.BotId, Next(rule, [Ann], Says("Hello")));
            Assert.Null(Next(rule, [Ann], Says("Hello"), By(Ann, "Hello you")));
        }
    }

    [Fact]
    public void ByHandNobodySpeaksUnasked() => Assert.Null(Next(TurnRule.Manual, All, Says("@Ann, hello")));

    [Fact]
    public void WhoIsNamedSpeaksInTheOrderOfTheNamesAndNobodyNamedTheFirst()
    {
        Assert.Equal(Cid.BotId, Next(TurnRule.Mention, All, Says("@Cid and @Bob?")));
        Assert.Equal(Bob.BotId, Next(TurnRule.Mention, All, Says("@Cid and @Bob?"), By(Cid, "I ran.")));
        Assert.Null(Next(TurnRule.Mention, All, Says("@Cid and @Bob?"), By(Cid, "I ran."), By(Bob, "I saved.")));
        Assert.Equal(Ann.BotId, Next(TurnRule.Mention, All, Says("Anybody?")));
        Assert.Null(Next(TurnRule.Mention, All, Says("Anybody?"), By(Ann, "Me.")));
    }

    [Fact]
    public void BotsMayCallEachOtherUntilTheCap()
    {
        SaidTurn[] said = [Says("@Ann?"), By(Ann, "Ask @Bob."), By(Bob, "No, @Ann knows.")];

        Assert.Equal(Ann.BotId, Next(TurnRule.Mention, All, said));
        Assert.Null(Next(TurnRule.Mention, All, [.. said, By(Ann, "@Bob!")]));
    }

    [Fact]
    public void InTurnEachSpeaksOnceAndWhoIsSilentWaitsToBeNamed()
    {
        TurnVoice[] voices = [Ann, Bob with { AutoRespond = false }, Cid];

        Assert.Equal(Ann.BotId, Next(TurnRule.InTurn, voices, Says("Well?")));
        Assert.Equal(Cid.BotId, Next(TurnRule.InTurn, voices, Says("Well?"), By(Ann, "Yes.")));
        Assert.Null(Next(TurnRule.InTurn, voices, Says("Well?"), By(Ann, "Yes."), By(Cid, "No.")));
        Assert.Equal(Bob.BotId, Next(TurnRule.InTurn, voices, Says("@Bob, well?")));
    }

    [Fact]
    public void ByInterestTheNearestSpeaksAndAnotherOnlyWhereItConcernsThem()
    {
        Assert.Equal(Bob.BotId, Next(TurnRule.Interest, All, Says("How do I make a budget for the rent?")));
        Assert.Equal(Cid.BotId, Next(TurnRule.Interest, All, Says("How do I make a budget for the rent?"), By(Bob, "Stop running; your training costs you sore knees.")));
        Assert.Null(Next(TurnRule.Interest, All, Says("How do I make a budget for the rent?"), By(Bob, "Zzz.")));
    }

    [Fact]
    public void TheCapHoldsUnderEveryRule()
    {
        foreach (var rule in TurnRule.All)
            for (var cap = 1; cap <= 3; cap++)
            {
                var said = new List<SaidTurn> { Says("@Ann @Bob @Cid, gardens, budgets, running?") };
                while (Next(rule, All, cap, [.. said]) is { } speaker) said.Add(new SaidTurn(speaker, "@Ann @Bob @Cid gardens, budgets, running!"));
                Assert.True(said.Count - 1 <= cap, $"{rule}: {said.Count - 1} of {cap}");
                if (rule != TurnRule.Manual) Assert.Equal(cap, said.Count - 1);
            }
    }

    private static Guid? Next(string rule, TurnVoice[] voices, params SaidTurn[] said) => Next(rule, voices, 3, said);

    private static Guid? Next(string rule, TurnVoice[] voices, int cap, SaidTurn[] said) => TurnRules.Next(new ConversationSettings { Turns = rule, BotTurns = cap }, voices, said);

    private static SaidTurn Says(string text) => new(null, text);

    private static SaidTurn By(TurnVoice voice, string text) => new(voice.BotId, text);
}
