using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Api;

/// <summary>
/// One of everything an address of the API can name, made for somebody. A new kind of object gets a line here: the first part of its
/// address says which it is.
/// </summary>
internal sealed class ApiObjects(MosaicApp app, string owner)
{
    private static int _pages;

    private Guid OwnerId => app.Person(owner).Id;

    /// <summary>The address of an operation with fresh objects of the owner in its places.</summary>
    public async Task<string> FillAsync(ApiOperation operation)
    {
        if (!operation.HasPlaces) return operation.Path;
        var kind = operation.Path["/api/v1/".Length..];
        if (kind.StartsWith("diaries/", StringComparison.Ordinal)) return operation.Path.Replace("{date}", await PageAsync(), StringComparison.Ordinal);
        if (kind.StartsWith("admin/ai/", StringComparison.Ordinal)) return operation.Path.Replace("{key}", "tags", StringComparison.Ordinal);
        var id = kind switch
        {
            _ when kind.StartsWith("memos/", StringComparison.Ordinal) => await MemoAsync(revisions: operation.Id == "restoreRevision" ? 2 : 1, inTrash: operation.Id == "restoreMemo"),
            _ when kind.StartsWith("bots/", StringComparison.Ordinal) => await BotAsync(),
            _ when kind.StartsWith("replies/", StringComparison.Ordinal) => await ReplyAsync(),
            _ when kind.StartsWith("resources/", StringComparison.Ordinal) => await FileAsync(),
            _ when kind.StartsWith("conversations/", StringComparison.Ordinal) => await ConversationAsync(),
            _ when kind.StartsWith("documents/", StringComparison.Ordinal) => await DocumentAsync(),
            _ when kind.StartsWith("memories/", StringComparison.Ordinal) => await MemoryAsync(),
            _ when kind.StartsWith("keys/", StringComparison.Ordinal) => await KeyAsync(),
            // An account of the house; the owner has no part in it.
            _ when kind.StartsWith("admin/users/", StringComparison.Ordinal) => app.Person("cleo").Id,
            _ => throw new InvalidOperationException($"{operation}: ApiObjects does not know what its address names."),
        };
        return operation.Path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
    }

    public async Task<Guid> MemoAsync(int revisions = 1, bool inTrash = false)
    {
        using var scope = app.Services.CreateScope();
        var memos = scope.ServiceProvider.GetRequiredService<MemoService>();
        var id = Guid.CreateVersion7();
        var files = new[] { await FileAsync() };
        for (var revision = 0; revision < revisions; revision++)
            Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(OwnerId, new MemoEdit(id, $"#secret {revision}", files, false, revision)));
        if (inTrash) await scope.ServiceProvider.GetRequiredService<MemoShelf>().TrashAsync(OwnerId, [id]);
        return id;
    }

    /// <summary>A day with a page and a memo, that nobody else has.</summary>
    public async Task<string> PageAsync()
    {
        using var scope = app.Services.CreateScope();
        var date = new DateOnly(2025, 1, 1).AddDays(Interlocked.Increment(ref _pages) % 300);
        Assert.IsType<DiaryResult.Saved>(await scope.ServiceProvider.GetRequiredService<DiaryService>().SaveAsync(OwnerId, new DiaryEdit(date, 0) { Summary = "secret", Overwrite = true }));
        Assert.IsType<SaveResult.Saved>(await scope.ServiceProvider.GetRequiredService<MemoService>()
            .SaveAsync(OwnerId, new MemoEdit(Guid.CreateVersion7(), "A secret of that day.", null, false, 0) { CreatedAt = new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero) }));
        return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task<Guid> BotAsync()
    {
        using var scope = app.Services.CreateScope();
        return Assert.IsType<BotResult.Saved>(await scope.ServiceProvider.GetRequiredService<BotService>().MakeAsync(OwnerId, new BotSheet { Name = "Secretive" })).Bot.Id;
    }

    public async Task<Guid> ReplyAsync()
    {
        var (memo, bot) = (await MemoAsync(), await BotAsync());
        using var scope = app.Services.CreateScope();
        var id = Assert.IsType<ReplyResult.Begun>(await scope.ServiceProvider.GetRequiredService<ReplyService>().AskAsync(OwnerId, memo, bot)).Id;
        await app.JobsDoneAsync();
        return id;
    }

    public async Task<Guid> FileAsync()
    {
        var client = await app.SignInAsync(owner);
        using var bytes = new ByteArrayContent([.. Guid.NewGuid().ToByteArray(), .. "a file"u8]);
        var answer = await client.PostAsync("/files?name=secret.txt", bytes);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<Guid> ConversationAsync()
    {
        var bot = await BotAsync();
        using var scope = app.Services.CreateScope();
        var person = await scope.ServiceProvider.GetRequiredService<People>().FindAsync(OwnerId);
        return Assert.IsType<ChatResult.Done>(await scope.ServiceProvider.GetRequiredService<ConversationService>().StartAsync(person!, bot, title: "Secrets")).ConversationId;
    }

    public async Task<Guid> DocumentAsync()
    {
        using var scope = app.Services.CreateScope();
        using var text = new MemoryStream([.. "a secret "u8, .. System.Text.Encoding.UTF8.GetBytes(Guid.NewGuid().ToString())]);
        return Assert.IsType<DocumentResult.Done>(await scope.ServiceProvider.GetRequiredService<DocumentIntake>().AddFileAsync(OwnerId, "secret.txt", text, DocumentTarget.All)).Document.Id;
    }

    public async Task<Guid> MemoryAsync()
    {
        using var scope = app.Services.CreateScope();
        return Assert.IsType<MemoryResult.Saved>(await scope.ServiceProvider.GetRequiredService<MemoryService>().AddAsync(OwnerId, "I keep a secret.")).Memory.Id;
    }

    private async Task<Guid> KeyAsync() => Assert.IsType<NewKeyResult.Made>(
        await app.Services.GetRequiredService<ApiKeyService>().MakeAsync(OwnerId, "another", ["memos:read"], null)).Key.Id;
}
