using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Memos.Editor;

public sealed class SuggestHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Tags_that_begin_with_the_words_come_first_and_only_ones_own()
    {
        await SaveAsync("ada", "In the #garden/spring and #my-garden", "#garden", "#garden/autumn");
        await SaveAsync("bob", "#garden-secret");
        Assert.Equal(["garden", "garden/autumn", "garden/spring", "my-garden"], (await TagsAsync("gard")).Select(tag => tag.Tag));
        Assert.Equal(3, (await TagsAsync("GARDEN"))[0].Count);
        Assert.Empty(await TagsAsync("%"));
        Assert.Empty(await TagsAsync(new string('g', 200)));
        Assert.Empty(await TagsAsync("gard\0en_"));
    }

    [Fact]
    public async Task Memos_are_found_by_their_beginning_newest_first_and_only_ones_own()
    {
        await SaveAsync("ada", "## The lemon *tree*\nis inside", "Lemon [cake] | 100% sure");
        await SaveAsync("bob", "Lemon of somebody else");
        Assert.Equal(["Lemon cake 100% sure", "The lemon tree"], (await MemosAsync("LEMON")).Select(memo => memo.Label));
        Assert.Equal("Lemon cake 100% sure", Assert.Single(await MemosAsync("100%")).Label);
        Assert.Empty(await MemosAsync("100_"));
        Assert.Equal("Lemon cake 100% sure", (await MemosAsync(""))[0].Label);
    }

    private async Task<TagSuggestion[]> TagsAsync(string words) => await AskAsync<TagSuggestion>("tags", words);

    private async Task<MemoSuggestion[]> MemosAsync(string words) => await AskAsync<MemoSuggestion>("memos", words);

    private async Task<T[]> AskAsync<T>(string what, string words) =>
        (await (await app.SignInAsync("ada")).GetFromJsonAsync<T[]>($"/memos/suggest/{what}?q={Uri.EscapeDataString(words)}"))!;

    private async Task SaveAsync(string name, params string[] contents)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var memos = scope.ServiceProvider.GetRequiredService<MemoService>();
        foreach (var content in contents)
            Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(app.Person(name).Id, new MemoEdit(Guid.CreateVersion7(), content, [], false, 0)));
    }
}
