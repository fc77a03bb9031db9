using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>A key goes to its provider and nowhere else.</summary>
public sealed class ProviderKeyHttpTests(AiHouse house) : AiHouseTest(house)
{
    private const string NewKey = "sk-another-lamp-9876543210";

    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task The_provider_gets_it_and_no_table_has_it_in_clear(string provider)
    {
        Stub.RequiredKey = AiHouse.Key;
        await House.PointAsync(AiPurpose.Chat, provider);
        var user = await House.PersonAsync();
        Assert.NotEmpty((await House.Gateway.AskAsync(Question(user))).Text);
        Assert.True((await House.Providers.TestAsync(House.Ada, AiPurpose.Chat, House.Edit(AiPurpose.Chat, provider) with { NewKey = null })).IsGood);
        // A change in the audit, a refusal and a failure too.
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { NewKey = NewKey });
        Assert.Equal(AiFault.KeyRefused, (await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)))).Fault);
        foreach (var key in new[] { AiHouse.Key, NewKey })
        {
            Assert.Contains(key, Stub.EverythingReceived, StringComparison.Ordinal);
            Assert.Equal(0, await FoundAsync($"%{key}%"));
            Assert.Equal(0, await FoundAsync($"%{key[..12]}%"));
        }
        // The search finds what is there.
        Assert.True(await FoundAsync("%stub-small%") > 0);
    }

    [Fact]
    public async Task Nothing_that_is_written_out_shows_it()
    {
        await House.PointAsync(AiPurpose.Chat);
        var config = await House.Get<AiConfigs>().GetAsync(AiPurpose.Chat);
        Assert.Equal(AiHouse.Key, config.ApiKey!.Reveal());
        Assert.DoesNotContain("quiet", $"{config} {config.ApiKey} {string.Join(' ', await House.Providers.ListAsync())}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_taken_along_to_another_server()
    {
        await using var thief = await StubAi.StartAsync();
        await House.PointAsync(AiPurpose.Chat);
        var away = House.Edit(AiPurpose.Chat) with { BaseUrl = thief.V1.ToString(), NewKey = null };
        Assert.IsType<AdminResult.Invalid>(await House.Providers.SaveAsync(House.Ada, AiPurpose.Chat, away));
        Assert.IsType<AdminResult.Invalid>(await House.Providers.SaveAsync(House.Ada, AiPurpose.Chat, away with { Provider = AiProviders.Anthropic }));
        Assert.False((await House.Providers.TestAsync(House.Ada, AiPurpose.Chat, away)).IsGood);
        Assert.Empty(thief.Calls);
        // Nor on a way round by the offline helper, which asks for no address.
        await House.Providers.SaveAsync(House.Ada, AiPurpose.Chat, away with { Provider = AiProviders.Offline });
        await House.Providers.SaveAsync(House.Ada, AiPurpose.Chat, away);
        await House.Gateway.AskAsync(Question(await House.PersonAsync()));
        Assert.DoesNotContain(AiHouse.Key, thief.EverythingReceived, StringComparison.Ordinal);
        // With a key of its own the other server is welcome.
        Assert.IsType<AdminResult.Done>(await House.Providers.SaveAsync(House.Ada, AiPurpose.Chat, away with { NewKey = NewKey }));
        await House.Gateway.AskAsync(Question(await House.PersonAsync()));
        Assert.Equal($"Bearer {NewKey}", thief.Calls[^1].Authorization);
        Assert.DoesNotContain(AiHouse.Key, thief.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_ring_is_said_and_nothing_is_sent()
    {
        await House.PointAsync(AiPurpose.Chat);
        await using (var db = House.App.Database.CreateDbContext())
        {
            var foreign = new AiKeys(new EphemeralDataProtectionProvider()).Encrypt(AiHouse.Key);
            await db.ServerAiConfigs.ExecuteUpdateAsync(set => set.SetProperty(row => row.ApiKey, foreign));
        }
        await House.Get<Live>().AnnounceAsync(Topics.Settings);
        var user = await House.PersonAsync();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)));
        Assert.Equal((AiFault.NotConfigured, "The API key cannot be read any more: an admin sets it again under AI providers."), (failed.Fault, failed.Sentence));
        var tested = await House.Providers.TestAsync(House.Ada, AiPurpose.Chat, House.Edit(AiPurpose.Chat) with { NewKey = null });
        Assert.Equal((false, failed.Sentence), (tested.IsGood, tested.Sentence));
        Assert.True((await House.Providers.FindAsync(AiPurpose.Chat)).IsKeyLost);
        Assert.Empty(Stub.Calls);
    }

    [Fact]
    public async Task A_change_counts_from_the_next_call_on()
    {
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { NewKey = "" });
        var user = await House.PersonAsync();
        await House.Gateway.AskAsync(Question(user));
        Assert.DoesNotContain(AiHouse.Key, Stub.EverythingReceived, StringComparison.Ordinal);
        await House.PointAsync(AiPurpose.Chat);
        await House.Gateway.AskAsync(Question(user));
        Assert.Equal($"Bearer {AiHouse.Key}", Stub.Calls[^1].Authorization);
    }

    private Task<int> FoundAsync(string pattern) => House.ValueAsync<int>($"""
        SELECT ((SELECT count(*) FROM server_ai_configs t WHERE t::text LIKE {pattern}) + (SELECT count(*) FROM admin_audit t WHERE t::text LIKE {pattern})
          + (SELECT count(*) FROM turn_metrics t WHERE t::text LIKE {pattern}) + (SELECT count(*) FROM turn_prompts t WHERE t::text LIKE {pattern})
          + (SELECT count(*) FROM turn_sources t WHERE t::text LIKE {pattern}) + (SELECT count(*) FROM jobs t WHERE t::text LIKE {pattern}))::int AS "Value"
        """);
}
