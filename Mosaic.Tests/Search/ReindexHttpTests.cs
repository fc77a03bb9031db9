using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Ai;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Search;

/// <summary>Another embedding model: it places everything anew, with a pause, while the one of before goes on serving.</summary>
public sealed class ReindexHttpTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly IndexGround _ground = new(cluster);
    private StubAi _stub = null!;

    private Guid Bob => _ground.App.Person("bob").Id;

    public async ValueTask InitializeAsync()
    {
        await _ground.InitializeAsync();
        _stub = await StubAi.StartAsync();
        for (var memo = 0; memo < 40; memo++) await _ground.WriteAsync(Bob, $"Memo {memo} about the garden and its slugs.");
        Assert.Equal(JobResult.Done, await _ground.IndexAllAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stub.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task The_model_of_before_serves_until_the_new_one_has_placed_everything()
    {
        Assert.Equal(MeaningState.Offline, (await SearchAsync()).Meaning);
        await SetAsync("stub-embed");
        var state = await StateAsync();
        Assert.Equal((0, OfflineEmbedding.Model, "stub-embed"), (state.Indexed, state.ServedBy, state.Model));
        Assert.True(state.Tokens > 300, $"Only {state.Tokens} tokens.");
        Assert.Equal(state.Tokens, state.TokensLeft);
        var meanwhile = await SearchAsync();
        Assert.Equal(MeaningState.Offline, meanwhile.Meaning);
        Assert.Equal(40, meanwhile.Hits.Count(hit => hit.Reason.MeaningRank is not null));

        var written = await _ground.WriteAsync(Bob, "A slug that came later to the garden.");
        await _ground.IndexAsync(Bob, written);
        Assert.Contains(written, (await SearchAsync()).Hits.Where(hit => hit.Reason.MeaningRank is not null).Select(hit => hit.Id));

        Assert.Equal(JobResult.Done, await _ground.IndexAllAsync());
        Assert.Equal((null, true), ((await StateAsync()).ServedBy, (await StateAsync()).IsComplete));
        Assert.Equal(MeaningState.Model, (await SearchAsync()).Meaning);
    }

    [Fact]
    public async Task Paused_it_rests_and_then_goes_on_where_it_was()
    {
        await SetAsync("stub-embed");
        await PauseAsync(true);
        Assert.IsType<JobResult.Waits>(await _ground.IndexAllAsync());
        Assert.Equal((0, true), ((await StateAsync()).Indexed, (await StateAsync()).IsPaused));
        Assert.Empty(_stub.Calls);
        await PauseAsync(false);
        Assert.Equal(1, await _ground.AskAsync<long>("SELECT count(*) FROM jobs WHERE kind = 'search.index-all' AND status = 'pending' AND run_after <= now()"));
        Assert.Equal(JobResult.Done, await _ground.IndexAllAsync());
        Assert.True((await StateAsync()).IsComplete);
    }

    [Fact]
    public async Task A_model_that_was_changed_again_does_not_begin_to_serve_when_its_own_work_ends()
    {
        await SetAsync("stub-embed");
        var first = await ConfigAsync();
        await SetAsync("stub-large");
        await using (var scope = _ground.App.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Reindexing>().EndAsync(first);
        Assert.Equal(OfflineEmbedding.Model, (await StateAsync()).ServedBy);
        await SetAsync(null);
        Assert.Null((await StateAsync()).ServedBy);
        Assert.True((await StateAsync()).IsComplete);
    }

    [Fact]
    public async Task A_model_of_before_that_no_longer_answers_leaves_the_words()
    {
        await SetAsync("stub-embed");
        await _ground.IndexAllAsync();
        _stub.Fault = StubFault.Status401;
        var result = await SearchAsync();
        Assert.Equal(MeaningState.Failed, result.Meaning);
        Assert.NotNull(result.Trouble);
        Assert.Equal(40, result.Hits.Count);
        Assert.All(result.Hits, hit => Assert.Equal(FoundBy.Words, hit.FoundBy));
    }

    [Fact]
    public async Task Only_an_admin_pauses_it()
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        Assert.IsType<AdminResult.NotFound>(await scope.ServiceProvider.GetRequiredService<AiProviderService>().PauseIndexAsync(Bob, true));
    }

    private async Task SetAsync(string? model)
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<AiProviderService>();
        var result = model is null ? await service.RemoveAsync(Admin, AiPurpose.Embedding)
            : await service.SaveAsync(Admin, AiPurpose.Embedding, new AiProviderEdit(AiProviders.OpenAiCompatible) { BaseUrl = _stub.V1.ToString(), Model = model });
        Assert.IsType<AdminResult.Done>(result);
    }

    private Guid Admin => _ground.App.Person("ada").Id;

    private async Task PauseAsync(bool isPaused)
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        Assert.IsType<AdminResult.Done>(await scope.ServiceProvider.GetRequiredService<AiProviderService>().PauseIndexAsync(Admin, isPaused));
    }

    private async Task<Web.Platform.Ai.Settings.AiConfig> ConfigAsync() =>
        await _ground.App.Services.GetRequiredService<Web.Platform.Ai.Settings.AiConfigs>().GetAsync(AiPurpose.Embedding);

    private async Task<IndexState> StateAsync()
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Reindexing>().StateAsync();
    }

    private async Task<SearchResult> SearchAsync()
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<Web.Platform.CurrentUser.People>().FindAsync(Bob))!;
        return await scope.ServiceProvider.GetRequiredService<SearchService>().SearchAsync(person, "slugs in the garden ", 100);
    }
}
