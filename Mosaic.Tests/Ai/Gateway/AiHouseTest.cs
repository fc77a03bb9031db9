using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Tests in one house, which each of them finds as it was built.</summary>
public abstract class AiHouseTest(AiHouse house) : IClassFixture<AiHouse>, IAsyncLifetime
{
    /// <summary>What somebody wrote: the provider may read it, and no record or sentence of ours may repeat it.</summary>
    protected const string Written = "the heron stood in the reeds";

    protected AiHouse House => house;

    protected StubAi Stub => house.Stub;

    public async ValueTask InitializeAsync() => await house.ResetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A question that somebody waits for.</summary>
    protected static AiRequest Question(Guid userId, string text = Written) => new(AiPurpose.Chat, userId)
    {
        Instructions = "Answer the question.",
        Turns = [new AiTurn(true, text)],
        IsInteractive = true,
    };

    /// <summary>Puts each piece into a list.</summary>
    protected static Func<string, ValueTask> Into(List<string> heard) => piece =>
    {
        heard.Add(piece);
        return ValueTask.CompletedTask;
    };

    /// <summary>That an exception can be shown to anybody and written anywhere.</summary>
    protected static void IsFitForPeople(AiException failed)
    {
        Assert.EndsWith(".", failed.Sentence, StringComparison.Ordinal);
        Assert.Matches(@"[:;] \w", failed.Sentence);
        Assert.DoesNotContain("\n", failed.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", failed.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(AiHouse.Key, failed + failed.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, failed.ToString(), StringComparison.Ordinal);
        Assert.Null(failed.InnerException);
    }
}
