using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Tests.Chat.Tree;

/// <summary>Ground for tests of what shows a tree: the services are real, and the database can fall silent or be slow.</summary>
public abstract class TreePageTest : PageTest
{
    private readonly MoodyDatabase _moody;
    private readonly TestDatabase _database;

    protected TreePageTest(TestDatabase database)
    {
        (_database, _moody) = (database, new MoodyDatabase(database));
        Services.AddSingleton<IDbContextFactory<MosaicDb>>(_moody);
        Services.AddMarkdown();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddMemos();
        Services.AddBots();
        Services.AddChat();
    }

    protected bool DatabaseIsSilent { get => _moody.IsSilent; set => _moody.IsSilent = value; }

    /// <summary>Nobody gets a context before it is done.</summary>
    protected Task DatabaseWaitsFor { set => _moody.WaitsFor = value; }

    protected Person Person { get; private set; } = default!;

    protected StoryBranchService Branches => Services.GetRequiredService<StoryBranchService>();

    protected Toasts Toasts => Services.GetRequiredService<Toasts>();

    protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery + new Uri(Services.GetRequiredService<NavigationManager>().Uri).Fragment;

    /// <summary>Each test has somebody of its own with a conversation.</summary>
    internal async Task<ChatGround> OpenForAsync(string name)
    {
        var id = (await SignInAsync(_database, name)).Id;
        Person = await Services.GetRequiredService<CurrentUser>().GetAsync();
        return await ChatGround.NewAsync(_database, id);
    }

    private sealed class MoodyDatabase(TestDatabase database) : IDbContextFactory<MosaicDb>
    {
        public bool IsSilent { get; set; }

        public Task WaitsFor { get; set; } = Task.CompletedTask;

        public MosaicDb CreateDbContext() => IsSilent ? throw new NpgsqlException("The database does not answer.") : database.CreateDbContext();

        public async Task<MosaicDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await WaitsFor;
            return CreateDbContext();
        }
    }
}
