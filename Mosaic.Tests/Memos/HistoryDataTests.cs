using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos.History;

namespace Mosaic.Tests.Memos;

public sealed class HistoryDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_list_is_newest_first_and_says_what_made_each_revision()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.IsType<HistoryResult.Done>(await desk.History.RestoreAsync(desk.UserId, memo.Id, 1, 3));
        var lines = (await desk.History.ListAsync(desk.UserId, memo.Id))!.Lines;
        Assert.Equal([4, 3, 2, 1], lines.Select(line => line.Number));
        Assert.Equal((RevisionSource.Restore, 1), (lines[0].Source, lines[0].RestoredFrom));
        Assert.Equal((RevisionSource.Human, null), (lines[1].Source, lines[1].RestoredFrom));
        Assert.Equal("first".Length, lines[3].Length);
    }

    [Fact]
    public async Task Restoring_makes_a_new_revision_and_keeps_all_others()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.Equal(new HistoryResult.Done(4), await desk.History.RestoreAsync(desk.UserId, memo.Id, 1, 3));
        var restored = await desk.FindAsync(memo.Id);
        Assert.Equal(("first", 4), (restored.Content, restored.RevisionCount));
        var texts = await desk.History.ReadAsync(desk.UserId, memo.Id, [1, 2, 3, 4]);
        Assert.Equal(["first", "second", "third", "first"], [texts[1], texts[2], texts[3], texts[4]]);
    }

    [Fact]
    public async Task Of_two_restores_at_once_one_wins_and_the_other_is_told()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        var results = await Task.WhenAll(
            Task.Run(() => desk.History.RestoreAsync(desk.UserId, memo.Id, 1, 3)),
            Task.Run(() => desk.History.RestoreAsync(desk.UserId, memo.Id, 2, 3)));
        Assert.Single(results.OfType<HistoryResult.Done>());
        Assert.Contains("changed while this history was open", Assert.Single(results.OfType<HistoryResult.Refused>()).Sentence, StringComparison.Ordinal);
        Assert.Equal([4, 3, 2, 1], await desk.RevisionNumbersAsync(memo.Id));
    }

    [Fact]
    public async Task A_deleted_revision_loses_its_text_and_cannot_be_restored()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.Equal(new HistoryResult.Done(3), await desk.History.DeleteAsync(desk.UserId, memo.Id, 1));
        Assert.Equal([3, 2], await desk.RevisionNumbersAsync(memo.Id));
        await using var db = database.CreateDbContext();
        var row = db.MemoRevisions.Single(revision => revision.MemoId == memo.Id && revision.RevisionNumber == 1);
        Assert.Equal("", row.Content);
        Assert.NotNull(row.DeletedAt);
        var refused = Assert.IsType<HistoryResult.Refused>(await desk.History.RestoreAsync(desk.UserId, memo.Id, 1, 3));
        Assert.Contains("text is gone", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_revision_stays_also_when_it_is_the_only_one()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.IsType<HistoryResult.Refused>(await desk.History.DeleteAsync(desk.UserId, memo.Id, 3));
        var only = await desk.WriteAsync("only");
        Assert.IsType<HistoryResult.Refused>(await desk.History.DeleteAsync(desk.UserId, only.Id, 1));
        Assert.Equal([3, 2, 1], await desk.RevisionNumbersAsync(memo.Id));
    }

    [Fact]
    public async Task A_number_is_never_used_twice()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        await desk.History.DeleteAsync(desk.UserId, memo.Id, 2);
        await desk.RewriteAsync(memo, "fourth");
        Assert.Equal([4, 3, 1], await desk.RevisionNumbersAsync(memo.Id));
    }

    [Fact]
    public async Task A_version_can_be_named_and_lose_its_name()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.IsType<HistoryResult.Done>(await desk.History.NameAsync(desk.UserId, memo.Id, 2, "  sent to <b>Tomas</b> "));
        Assert.Equal("sent to <b>Tomas</b>", await LabelAsync(desk, memo.Id, 2));
        Assert.IsType<HistoryResult.Done>(await desk.History.NameAsync(desk.UserId, memo.Id, 2, " "));
        Assert.Null(await LabelAsync(desk, memo.Id, 2));
        var refused = Assert.IsType<HistoryResult.Refused>(await desk.History.NameAsync(desk.UserId, memo.Id, 2, new string('x', 101)));
        Assert.Contains("at most 100", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_what_the_memo_says_already_is_refused()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        Assert.IsType<HistoryResult.Refused>(await desk.History.RestoreAsync(desk.UserId, memo.Id, 3, 3));
        Assert.Equal([3, 2, 1], await desk.RevisionNumbersAsync(memo.Id));
    }

    [Fact]
    public async Task Another_person_finds_nothing_and_changes_nothing()
    {
        var (desk, memo) = await WithThreeRevisionsAsync();
        var other = (await TagDesk.OpenAsync(database)).UserId;
        Assert.Null(await desk.History.ListAsync(other, memo.Id));
        Assert.Empty(await desk.History.ReadAsync(other, memo.Id, [1, 2, 3]));
        Assert.IsType<HistoryResult.NotFound>(await desk.History.RestoreAsync(other, memo.Id, 1, 3));
        Assert.IsType<HistoryResult.NotFound>(await desk.History.DeleteAsync(other, memo.Id, 1));
        Assert.IsType<HistoryResult.NotFound>(await desk.History.NameAsync(other, memo.Id, 1, "mine"));
        Assert.Equal([3, 2, 1], await desk.RevisionNumbersAsync(memo.Id));
        Assert.Null(await LabelAsync(desk, memo.Id, 1));
    }

    [Fact]
    public async Task A_thousand_revisions_come_in_pages()
    {
        var desk = await TagDesk.OpenAsync(database);
        var memo = await desk.WriteAsync("start");
        await desk.ExecuteAsync($"""
            INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, source, created_at, updated_at)
            SELECT gen_random_uuid(), '{memo.Id}', $1, n, repeat('text ', n), 'human', now(), now() FROM generate_series(2, 1000) AS n
            """);
        var first = (await desk.History.ListAsync(desk.UserId, memo.Id))!;
        Assert.Equal((HistoryService.PageSize, true, 1000), (first.Lines.Count, first.HasMore, first.Lines[0].Number));
        Assert.Equal(5 * (1000 - HistoryService.PageSize), first.LengthBefore);
        var last = (await desk.History.ListAsync(desk.UserId, memo.Id, before: 11))!;
        Assert.Equal((10, false), (last.Lines.Count, last.HasMore));
        Assert.Null(last.LengthBefore);
    }

    [Fact]
    public async Task A_restore_keeps_the_tags_that_were_put_on()
    {
        var desk = await TagDesk.OpenAsync(database);
        var memo = await desk.WriteAsync("first #one", "put");
        await desk.RewriteAsync(memo, "second #two");
        await desk.History.RestoreAsync(desk.UserId, memo.Id, 1, 2);
        Assert.Equal(["one", "put"], (await desk.FindAsync(memo.Id)).Tags);
    }

    private async Task<(TagDesk Desk, MemoCard Memo)> WithThreeRevisionsAsync()
    {
        var desk = await TagDesk.OpenAsync(database);
        var memo = await desk.WriteAsync("first");
        memo = await desk.RewriteAsync(memo, "second");
        return (desk, await desk.RewriteAsync(memo, "third"));
    }

    private static async Task<string?> LabelAsync(TagDesk desk, Guid memoId, int number) =>
        (await desk.History.ListAsync(desk.UserId, memoId))!.Lines.Single(line => line.Number == number).Label;
}
