using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Kept;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Search;

public sealed class KeptSearchesDataTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly TestClock _clock = new();
    private readonly Live _live;
    private readonly KeptSearches _kept;

    public KeptSearchesDataTests(TestDatabase database)
    {
        _database = database;
        _live = new Live(database.Source, NullLogger<Live>.Instance);
        _kept = new KeptSearches(database, _live, _clock);
    }

    [Fact]
    public async Task Saved_searches_stand_in_the_order_of_their_names_and_a_second_name_replaces_the_first()
    {
        var ada = await _database.AddPersonAsync();
        Assert.Null(await _kept.SaveAsync(ada, " tag:work is:pinned ", "  Work,\n on the desk "));
        Assert.Null(await _kept.SaveAsync(ada, "garden", "allotment"));
        Assert.Equal([new("garden", "allotment"), new("tag:work is:pinned", "Work, on the desk")], (await _kept.ListAsync(ada)).Saved);
        Assert.Null(await _kept.RenameAsync(ada, "garden", "Zucchini"));
        Assert.Null(await _kept.SaveAsync(ada, "tag:work is:pinned", "Work"));
        Assert.Equal(["Work", "Zucchini"], (await _kept.ListAsync(ada)).Saved.Select(search => search.Name));
    }

    [Theory]
    [InlineData("", "Give it a name.")]
    [InlineData(" \0\n", "Give it a name.")]
    [InlineData("123456789 123456789 123456789 123456789 123456789 1", "Use at most 50 characters.")]
    [InlineData("ALLOTMENT", "You have a search called “ALLOTMENT” already.")]
    public async Task A_name_that_will_not_do_is_refused_and_nothing_changes(string name, string sentence)
    {
        var ada = await _database.AddPersonAsync();
        await _kept.SaveAsync(ada, "garden", "allotment");
        Assert.Equal(sentence, await _kept.SaveAsync(ada, "work", name));
        Assert.Equal(["allotment"], (await _kept.ListAsync(ada)).Saved.Select(search => search.Name));
    }

    [Fact]
    public async Task Queries_are_kept_without_what_the_database_cannot_keep_and_never_empty()
    {
        var ada = await _database.AddPersonAsync();
        Assert.Equal("There is nothing to save: write something to search for.", await _kept.SaveAsync(ada, " \0 ", "nothing"));
        Assert.Null(await _kept.SaveAsync(ada, "a\0b\ud800" + string.Concat(Enumerable.Repeat("🙂", 400)), "odd"));
        await _kept.NoteAsync(ada, " \0 ");
        var list = await _kept.ListAsync(ada);
        Assert.StartsWith("a b", Assert.Single(list.Saved).Query, StringComparison.Ordinal);
        Assert.Empty(list.Recent);
    }

    [Fact]
    public async Task Fifty_are_enough_and_one_of_them_can_still_be_renamed()
    {
        var ada = await _database.AddPersonAsync();
        for (var number = 0; number < KeptSearches.MostSaved; number++) Assert.Null(await _kept.SaveAsync(ada, $"query {number}", $"name {number}"));
        Assert.Equal("You have 50 saved searches. Delete one that you no longer need.", await _kept.SaveAsync(ada, "one more", "one more"));
        Assert.Null(await _kept.SaveAsync(ada, "query 7", "another name"));
        Assert.True(await _kept.DeleteAsync(ada, "query 8"));
        Assert.Null(await _kept.SaveAsync(ada, "one more", "one more"));
    }

    [Fact]
    public async Task Many_saved_in_one_moment_do_not_pass_the_limit_or_share_a_name()
    {
        var ada = await _database.AddPersonAsync();
        for (var number = 1; number < KeptSearches.MostSaved; number++) await _kept.SaveAsync(ada, $"query {number}", $"name {number}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => _kept.SaveAsync(ada, $"late {number}", number % 2 == 0 ? "late" : $"late {number}")));
        Assert.Equal(1, answers.Count(answer => answer is null));
        Assert.Equal(KeptSearches.MostSaved, (await _kept.ListAsync(ada)).Saved.Count);
    }

    [Fact]
    public async Task The_ten_newest_queries_are_recent_and_one_used_again_comes_first()
    {
        var ada = await _database.AddPersonAsync();
        for (var number = 0; number < 13; number++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await _kept.NoteAsync(ada, $"query {number}");
        }
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _kept.NoteAsync(ada, " query 5 ");
        Assert.Equal(
            ["query 5", .. Enumerable.Range(0, 9).Select(back => 12 - back).Where(number => number != 5).Select(number => $"query {number}"), "query 3"],
            (await _kept.ListAsync(ada)).Recent.Select(search => search.Query));
        await using var count = _database.Source.CreateCommand("SELECT count(*) FROM searches WHERE user_id = $1");
        count.Parameters.Add(new() { Value = ada });
        Assert.Equal(10L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task What_is_saved_is_not_also_recent_and_outlives_forgetting()
    {
        var ada = await _database.AddPersonAsync();
        await _kept.NoteAsync(ada, "garden");
        await _kept.NoteAsync(ada, "work");
        await _kept.SaveAsync(ada, "garden", "allotment");
        await _kept.NoteAsync(ada, "garden");
        Assert.Equal(["work"], (await _kept.ListAsync(ada)).Recent.Select(search => search.Query));
        await _kept.ForgetRecentAsync(ada);
        var list = await _kept.ListAsync(ada);
        Assert.Empty(list.Recent);
        Assert.Single(list.Saved);
    }

    [Fact]
    public async Task What_somebody_else_keeps_is_neither_seen_nor_changed()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        await _kept.SaveAsync(ada, "garden", "allotment");
        await _kept.NoteAsync(ada, "secret");
        Assert.Empty((await _kept.ListAsync(bob)).Saved);
        Assert.Empty((await _kept.ListAsync(bob)).Recent);
        Assert.False(await _kept.DeleteAsync(bob, "garden"));
        Assert.NotNull(await _kept.RenameAsync(bob, "garden", "taken"));
        Assert.Null(await _kept.SaveAsync(bob, "garden", "allotment"));
        await _kept.ForgetRecentAsync(bob);
        var adas = await _kept.ListAsync(ada);
        Assert.Equal([new("garden", "allotment")], adas.Saved);
        Assert.Equal(["secret"], adas.Recent.Select(search => search.Query));
    }

    [Fact]
    public async Task Other_tabs_hear_of_what_is_saved_renamed_and_deleted()
    {
        var ada = await _database.AddPersonAsync();
        var heard = 0;
        using var subscription = _live.Subscribe(Topics.Searches(ada), _ => Task.FromResult(heard++));
        await _kept.SaveAsync(ada, "garden", "allotment");
        await _kept.RenameAsync(ada, "garden", "beds");
        await _kept.DeleteAsync(ada, "garden");
        Assert.Equal(3, heard);
        await _kept.DeleteAsync(ada, "garden");
        await _kept.RenameAsync(ada, "garden", "beds");
        Assert.Equal(3, heard);
    }
}
