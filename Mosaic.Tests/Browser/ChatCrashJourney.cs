using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Browser;

public sealed class ChatCrashJourney(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_killed_server_leaves_the_text_so_far_marked_and_continue_writes_the_rest()
    {
        await using var stub = await StubAi.StartAsync();
        stub.Answer(string.Join(' ', Enumerable.Range(1, 400).Select(number => $"word{number}")));
        stub.TokensPerSecond = 40;
        await using var server = new CrashableServer(database);
        await server.StartAsync("--stub-ai", stub.V1.ToString());
        await using var visit = await chromium.VisitAsync(server.Address);
        var page = visit.Page;
        await page.SignInAsync("/", "ada");
        await MakeBotAsync();
        await visit.OpenAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Echo" }).ClickAsync();
        await page.GetByLabel("Your message").FillAsync("Count for me");
        await page.GetByLabel("Your message").PressAsync("Enter");
        await Assertions.Expect(page.Locator("growing-answer")).ToContainTextAsync("word60");
        var talk = page.Url;
        await server.KillAsync();

        await server.StartAsync("--stub-ai", stub.V1.ToString());
        await visit.OpenAsync(talk);
        var answer = page.Locator("article.chat-message:not(.mine)").Last;
        // The one that wrote is taken for dead once its sign of life is old.
        await Assertions.Expect(answer.Button("Continue")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(answer).ToContainTextAsync("word2");
        await Assertions.Expect(answer.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await using var db = database.CreateDbContext();
        var kept = (await db.Messages.SingleAsync(message => message.Role == MessageRole.Assistant)).Content;
        Assert.StartsWith("word1 word2", kept, StringComparison.Ordinal);

        stub.TokensPerSecond = 0;
        stub.Answer(" and the rest.");
        await answer.Button("Continue").ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("and the rest.");
        await Assertions.Expect(answer.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.StartsWith(kept.TrimEnd(), (await db.Messages.AsNoTracking().SingleAsync(message => message.Role == MessageRole.Assistant)).Content, StringComparison.Ordinal);
    }

    private async Task MakeBotAsync()
    {
        await using var db = database.CreateDbContext();
        var ada = await db.Users.Select(user => user.Id).SingleAsync();
        db.Add(new Bot { Id = Guid.CreateVersion7(), UserId = ada, Name = "Echo", CreatedAt = DateTimeOffset.UtcNow, UpdatedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
    }
}
