using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Files;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Tests.Hosting;

/// <summary>
/// One of everything that can be somebody's. A new kind of object is made here; its ids are then found in the database and tried on
/// every address by themselves.
/// </summary>
internal static class AccessWalkObjects
{
    public static async Task MakeAsync(MosaicApp app, string owner)
    {
        var client = await app.SignInAsync(owner);
        var memos = app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoService>();
        var id = Guid.CreateVersion7();
        var file = await UploadAsync(client);
        Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(app.Person(owner).Id, new MemoEdit(id, "first #secret", [file], false, 0)));
        Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(app.Person(owner).Id, new MemoEdit(id, "second #secret", [file], false, 1)));
        var draft = new { targetId = id, content = "third", resourceIds = Array.Empty<Guid>(), aiExcluded = false, baseRevision = 2 };
        (await client.PutAsJsonAsync($"/memos/drafts/{id}", draft)).EnsureSuccessStatusCode();
        await UploadAsync(client);
        var services = app.Services.CreateScope().ServiceProvider;
        Assert.IsType<DiaryResult.Saved>(await services.GetRequiredService<DiaryService>().SaveAsync(app.Person(owner).Id, new DiaryEdit(new DateOnly(2026, 3, 1), 0) { Summary = "a secret page" }));
        Assert.Null((await services.GetRequiredService<CheckInService>().SaveAsync(app.Person(owner).Id, new CheckIn(Guid.CreateVersion7(), "calm", 7))).Refusal);
        Assert.Null(await services.GetRequiredService<MoodService>().SaveAsync(app.Person(owner).Id, new OwnMood(null, "curious", "#336699", 4)));
        var bot = Assert.IsType<BotResult.Saved>(await services.GetRequiredService<BotService>().MakeAsync(app.Person(owner).Id, new BotSheet { Name = "Secretive" })).Bot;
        Assert.IsType<ReplyResult.Begun>(await services.GetRequiredService<ReplyService>().AskAsync(app.Person(owner).Id, id, bot.Id));
        using (var text = new MemoryStream("a secret of ada's"u8.ToArray()))
            Assert.IsType<DocumentResult.Done>(await services.GetRequiredService<DocumentIntake>().AddFileAsync(app.Person(owner).Id, "secret.txt", text, DocumentTarget.All));
        Assert.IsType<MemoryResult.Saved>(await services.GetRequiredService<MemoryService>().AddAsync(app.Person(owner).Id, "I keep a secret."));
        await TalkAsync(services, app.Person(owner).Id, bot.Id);
        await app.JobsDoneAsync();
        using (var picture = new MemoryStream(Samples.Png())) Assert.Null(await services.GetRequiredService<BotPictures>().ChangeAsync(app.Person(owner).Id, bot.Id, "secret.png", picture));
        Assert.IsType<NewKeyResult.Made>(await app.Services.GetRequiredService<ApiKeyService>().MakeAsync(app.Person(owner).Id, "backup", [ApiScopes.Sync], null));
        (await app.Visitor().PostAsJsonAsync("/api/v1/auth/token", new { userName = owner, password = CastMember.Password })).EnsureSuccessStatusCode();
    }

    /// <summary>A conversation that went two ways.</summary>
    private static async Task TalkAsync(IServiceProvider services, Guid owner, Guid bot)
    {
        var person = (await services.GetRequiredService<People>().FindAsync(owner))!;
        var talk = Assert.IsType<ChatResult.Done>(await services.GetRequiredService<ConversationService>().StartAsync(person, bot, title: "Secrets")).ConversationId;
        var answer = Assert.IsType<ChatResult.Done>(await services.GetRequiredService<ChatService>().SayAsync(owner, talk, "I keep a secret.")).MessageId!.Value;
        var answers = services.GetRequiredService<GrowingAnswers>();
        await Eventually.HoldsAsync(() => Task.FromResult(answers.Count == 0));
        Assert.IsType<ChatResult.Done>(await services.GetRequiredService<ChatService>().AgainAsync(owner, answer));
        await Eventually.HoldsAsync(() => Task.FromResult(answers.Count == 0));
        Assert.IsType<ChatResult.Done>(await services.GetRequiredService<StoryBranchService>().NameAsync(owner, answer, "Secretly"));
    }

    /// <summary>Every id in the database but those of people, roles and sessions.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(NpgsqlDataSource database)
    {
        var ids = new List<string>();
        foreach (var (table, column) in await ColumnsAsync(database))
        {
            await using var read = database.CreateCommand($"SELECT DISTINCT {column}::text FROM {table} WHERE {column} IS NOT NULL");
            await using var reader = await read.ExecuteReaderAsync();
            while (await reader.ReadAsync()) ids.Add(reader.GetString(0));
        }
        return [.. ids.Distinct()];
    }

    /// <summary>All that is kept, to see that nothing of it changed. Memory of visits and keys may.</summary>
    public static async Task<string> EverythingAsync(NpgsqlDataSource database)
    {
        var tables = (await ColumnsAsync(database)).Select(column => column.Table).Distinct();
        var text = new List<string>();
        foreach (var table in tables)
        {
            await using var read = database.CreateCommand($"SELECT coalesce(string_agg(row::text, chr(10) ORDER BY row::text), '') FROM {table} AS row");
            text.Add($"{table}: {await read.ExecuteScalarAsync()}");
        }
        return string.Join(Environment.NewLine, text);
    }

    private static async Task<Guid> UploadAsync(HttpClient client)
    {
        using var bytes = new ByteArrayContent([.. Guid.NewGuid().ToByteArray(), .. "a file of ada's"u8]);
        var answer = await client.PostAsync("/files?name=secret.txt", bytes);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(NpgsqlDataSource database)
    {
        var columns = new List<(string, string)>();
        await using var read = database.CreateCommand(
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name NOT IN ('user_id', 'role_id')
              AND table_name NOT IN ('users', 'roles', 'user_roles', 'connection_logs')
            """);
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
