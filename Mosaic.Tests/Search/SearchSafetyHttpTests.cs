using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Tests.Search;

/// <summary>A thousand queries of two people, and nothing appears where it must not; two hundred hits, and every reason is right.</summary>
public sealed class SearchSafetyHttpTests(SearchGround ground) : IClassFixture<SearchGround>
{
    private static readonly string[] Words =
        ["garden", "beans", "slugs", "dentist", "river", "bread", "oven", "train", "Garten", "Schnecken", "Zug", "Brot", "hiver", "jardin", "花园", "东京", "电车", "guitar", "invoice", "running", "soup", "letter"];

    private static readonly string[] Filters =
        ["tag:work", "tag:home/attic", "-tag:work", "has:task", "has:link", "is:archived", "is:pinned", "from:2026-01-01", "before:2027-01-01", "in:memo", "in:diary", "-soup", "\"garden beans\"", "on:today"];

    [Fact]
    public async Task Of_a_thousand_queries_none_shows_what_is_another_persons_in_the_trash_or_kept_from_AI()
    {
        var random = new Random(20261124);
        var mine = await WriteAsync("ada", random, 120);
        await WriteAsync("bob", random, 120);
        var byId = mine.ToDictionary(memo => memo.Id);
        var (found, archived) = (0, 0);
        for (var time = 0; time < 1_000; time++)
        {
            var query = Query(random);
            var isArchive = query.Contains("is:archived", StringComparison.Ordinal);
            foreach (var hit in (await ground.SearchAsync("ada", query)).Hits)
            {
                Assert.True(byId.TryGetValue(hit.Id, out var memo), $"“{query}” shows somebody else's memo.");
                Assert.True(memo.DeletedAt is null, $"“{query}” shows a memo of the trash.");
                Assert.Equal(isArchive, memo.IsArchived);
                if (memo.AiExcluded) Assert.True(hit.FoundBy is FoundBy.Words or FoundBy.Filter && hit.Reason is { Cosine: null, Passage: null }, $"“{query}” finds by meaning what is kept from AI.");
                found++;
                if (memo.IsArchived) archived++;
            }
        }
        Assert.True(found > 5_000 && archived > 100, $"Only {found} hits, {archived} of the archive.");
    }

    [Fact]
    public async Task Of_two_hundred_hits_the_marked_words_occur_and_the_named_leg_found_it()
    {
        var random = new Random(7);
        var memos = (await WriteAsync("cleo", random, 150)).ToDictionary(memo => memo.Id);
        var seen = 0;
        while (seen < 200)
        {
            var query = Query(random);
            var both = await ground.SearchAsync("cleo", query);
            if (both.Hits.Count == 0) continue;
            var byWords = (await ground.SearchAsync("cleo", query, SearchLegs.Words, 200)).Hits.Where(hit => hit.FoundBy == FoundBy.Words).Select(hit => hit.Id).ToHashSet();
            // What words stand in for has its meaning looked for too.
            var meant = both.Query.Question.Split(' ').Zip((both.Meant ?? both.Query.Question).Split(' ')).Aggregate(query, (text, word) => word.First.Length == 0 ? text : text.Replace(word.First, word.Second, StringComparison.Ordinal));
            var byMeaning = (await ground.SearchAsync("cleo", meant, SearchLegs.Meaning, 200)).Hits.Where(hit => hit.FoundBy == FoundBy.Meaning).Select(hit => hit.Id).ToHashSet();
            foreach (var hit in both.Hits.OrderBy(_ => random.Next()).Take(4))
            {
                Assert.Equal(byWords.Contains(hit.Id), hit.FoundBy is FoundBy.Words or FoundBy.Both);
                Assert.Equal(byMeaning.Contains(hit.Id), hit.FoundBy is FoundBy.Meaning or FoundBy.Both);
                Assert.All(hit.Reason.MatchedWords, word => Assert.Contains(word, memos[hit.Id].Content, StringComparison.Ordinal));
                Assert.All(hit.Snippet.Where(run => run.IsMatch), run => Assert.Contains(run.Text, memos[hit.Id].Content, StringComparison.Ordinal));
                if (hit.FoundBy is FoundBy.Words or FoundBy.Both) Assert.True(hit.Reason.MatchedWords.Count > 0, $"“{query}” says by words and shows none in “{memos[hit.Id].Content}”.");
                if (hit.Reason.Passage is { } passage) Assert.Contains(passage, memos[hit.Id].Content, StringComparison.Ordinal);
                seen++;
            }
        }
    }

    private async Task<IReadOnlyList<Memo>> WriteAsync(string name, Random random, int count)
    {
        var memos = Enumerable.Range(0, count).Select(_ => Memo(name, random)).ToArray();
        await ground.WriteAsync(name, memos);
        return memos;
    }

    private Memo Memo(string name, Random random)
    {
        var text = string.Join(' ', random.GetItems(Words, random.Next(3, 10)));
        if (random.Next(5) == 0) text += " https://example.org/";
        var memo = ground.Memo(name, text, random.Next(3) switch { 0 => ["work/plans"], 1 => ["home/attic"], _ => [] });
        memo.IsArchived = random.Next(6) == 0;
        memo.IsPinned = random.Next(6) == 0;
        memo.AiExcluded = random.Next(4) == 0;
        memo.TaskCount = random.Next(2);
        memo.DeletedAt = random.Next(6) == 0 ? ground.App.Clock.GetUtcNow() : null;
        return memo;
    }

    private static string Query(Random random)
    {
        var words = random.GetItems(Words, random.Next(0, 4)).Select(word => random.Next(5) == 0 && word.Length > 4 ? word.Remove(random.Next(1, word.Length - 1), 1) : word);
        return string.Join(' ', words.Concat(random.GetItems(Filters, random.Next(0, 3))).OrderBy(_ => random.Next()));
    }
}
