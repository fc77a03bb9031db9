using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mosaic.Tests.Memos;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Pages;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Tests.Search;

/// <summary>Whatever order answers come in: what is shown belongs to what was asked last.</summary>
public sealed class SearchRunTests
{
    private readonly SearchRun _run = new();
    private readonly Dictionary<string, Channel<SearchResult>> _answers = [];
    private readonly HashSet<string> _cancelled = [];

    [Fact]
    public async Task An_old_search_that_answers_after_the_new_one_is_dropped()
    {
        var slow = Ask("ga");
        var fast = Ask("garden");
        Answer("garden");
        await fast;
        Answer("ga");
        await slow;
        Assert.Equal("garden", _run.Result!.Query.Text);
        Assert.Equal(new SearchAddress("garden"), _run.Answered);
        Assert.False(_run.IsBusy);
    }

    [Fact]
    public async Task The_old_search_is_cancelled_when_the_new_one_begins()
    {
        var slow = Ask("ga");
        Assert.DoesNotContain("ga", _cancelled);
        var fast = Ask("garden");
        await UntilAsync(() => _cancelled.Contains("ga"));
        Answer("ga");
        Answer("garden");
        await Task.WhenAll(slow, fast);
        Assert.DoesNotContain("garden", _cancelled);
    }

    [Fact]
    public async Task An_answer_of_several_steps_is_shown_step_by_step()
    {
        var asked = Ask("garden");
        Answer("garden", MeaningState.Waiting, isLast: false);
        await UntilAsync(() => _run.Result?.Meaning == MeaningState.Waiting);
        Assert.True(_run.IsBusy);
        Answer("garden", MeaningState.Model);
        await asked;
        Assert.Equal(MeaningState.Model, _run.Result!.Meaning);
    }

    [Fact]
    public async Task A_search_that_fails_says_so_and_the_next_one_is_none_the_worse()
    {
        var asked = Ask("bad");
        _answers["bad"].Writer.Complete(new TimeoutException());
        await asked;
        Assert.IsType<TimeoutException>(_run.Failure);
        Assert.Null(_run.Result);
        var next = Ask("good");
        Assert.Null(_run.Failure);
        Answer("good");
        await next;
        Assert.Equal("good", _run.Result!.Query.Text);
    }

    [Fact]
    public async Task The_failure_of_an_overtaken_search_is_nobodys_business()
    {
        var slow = Ask("ga");
        var fast = Ask("garden");
        _answers["ga"].Writer.TryComplete(new TimeoutException());
        Answer("garden");
        await Task.WhenAll(slow, fast);
        Assert.Null(_run.Failure);
    }

    [Fact]
    public async Task A_page_that_is_left_hears_nothing_more()
    {
        var changes = 0;
        var asked = _run.AskAsync(new SearchAddress("garden"), token => AnswersAsync("garden", token), () => changes++);
        var before = changes;
        _run.Dispose();
        Answer("garden");
        await asked;
        Assert.Equal(before, changes);
    }

    private Task Ask(string text) => _run.AskAsync(new SearchAddress(text), token => AnswersAsync(text, token), () => { });

    private void Answer(string text, MeaningState meaning = MeaningState.Offline, bool isLast = true)
    {
        var query = SearchQuery.Parse(text, MemoPeople.Of(Guid.Empty), DateTimeOffset.UnixEpoch);
        _answers[text].Writer.TryWrite(new SearchResult(query, []) { Total = 0, Took = TimeSpan.Zero, Meaning = meaning });
        if (isLast) _answers[text].Writer.TryComplete();
    }

    private async IAsyncEnumerable<SearchResult?> AnswersAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var answers = _answers[text] = Channel.CreateUnbounded<SearchResult>();
        await using var heard = cancellationToken.Register(() => _cancelled.Add(text));
        // The worst there is: it hears that nobody waits any more, and answers all the same.
        await foreach (var answer in answers.Reader.ReadAllAsync(CancellationToken.None)) yield return answer;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var wait = 0; wait < 500 && !holds(); wait++) await Task.Delay(10);
        Assert.True(holds());
    }
}
