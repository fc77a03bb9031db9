using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Tests.Bots;

/// <summary>Ground for tests of the pages of bots: the services are real, and the database can fall silent.</summary>
public abstract class BotPageTest : PageTest
{
    private readonly BreakableDatabase _breakable;

    protected BotPageTest(TestDatabase database)
    {
        (Database, _breakable) = (database, new BreakableDatabase(database));
        Services.AddSingleton<IDbContextFactory<MosaicDb>>(_breakable);
        Services.AddMarkdown();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddMemos();
        Services.AddBots();
    }

    protected TestDatabase Database { get; }

    protected Guid UserId { get; private set; }

    protected bool DatabaseIsSilent { get => _breakable.IsSilent; set => _breakable.IsSilent = value; }

    protected BotService Bots => Services.GetRequiredService<BotService>();

    protected Toasts Toasts => Services.GetRequiredService<Toasts>();

    protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath;

    /// <summary>Each test has somebody of its own, so that none sees the bots of another.</summary>
    protected async Task OpenForAsync(string name)
    {
        UserId = (await SignInAsync(Database, name)).Id;
        await Services.GetRequiredService<CurrentUser>().GetAsync();
    }

    protected async Task<Bot> MakeAsync(string name, Func<BotSheet, BotSheet>? with = null)
    {
        var sheet = new BotSheet { Name = name, Description = $"What {name} is for." };
        return Assert.IsType<BotResult.Saved>(await Bots.MakeAsync(UserId, with is null ? sheet : with(sheet))).Bot;
    }

    /// <summary>A bot that another person offers to all.</summary>
    protected async Task<Bot> OfferAsync(string owner, string name)
    {
        var other = await MosaicAppCast.FindOrAddAsync(Database, Clock, owner);
        return Assert.IsType<BotResult.Saved>(await Bots.MakeAsync(other.Id, new BotSheet { Name = name, IsPublic = true })).Bot;
    }

    protected async Task<IReadOnlyList<string>> NamesAsync() => [.. (await Bots.ListAsync(UserId)).Select(bot => bot.Name)];

    protected async Task<Guid> WriteAsync(string text)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(UserId, new MemoEdit(id, text, [], false, 0)));
        return id;
    }

    private sealed class BreakableDatabase(TestDatabase database) : IDbContextFactory<MosaicDb>
    {
        public bool IsSilent { get; set; }

        public MosaicDb CreateDbContext() => IsSilent ? throw new NpgsqlException("The database does not answer.") : database.CreateDbContext();
    }
}
