using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Accounts;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Memos;

/// <summary>One person's services over a test database, with short ways to write memos and to read them back.</summary>
internal sealed class TagDesk
{
    private readonly TestDatabase _database;

    private TagDesk(TestDatabase database, Guid userId)
    {
        _database = database;
        UserId = userId;
        var live = new Live(database.Source, NullLogger<Live>.Instance);
        Memos = new MemoService(database, live, MemoSteps.None, TimeProvider.System);
        History = new HistoryService(database, Memos, live, TimeProvider.System);
        Tags = new TagService(database, live, TimeProvider.System);
        Moves = new TagMoves(database, live, MemoSteps.None, TimeProvider.System);
    }

    public Guid UserId { get; }
    public MemoService Memos { get; }
    public HistoryService History { get; }
    public TagService Tags { get; }
    public TagMoves Moves { get; }

    /// <summary>A desk of somebody new.</summary>
    public static async Task<TagDesk> OpenAsync(TestDatabase database)
    {
        var id = Guid.CreateVersion7();
        var name = $"u{id:N}"[..32];
        await using var db = database.CreateDbContext();
        db.Add(new User
        {
            Id = id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Email = $"{name}@example.org",
            NormalizedEmail = $"{name}@EXAMPLE.ORG".ToUpperInvariant(),
            SecurityStamp = "s",
            ConcurrencyStamp = "c",
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        return new TagDesk(database, id);
    }

    public async Task<MemoCard> WriteAsync(string content, params string[] tags) =>
        await SaveAsync(new MemoEdit(Guid.CreateVersion7(), content, null, false, 0) { Tags = tags });

    public async Task<MemoCard> RewriteAsync(MemoCard memo, string content) =>
        await SaveAsync(new MemoEdit(memo.Id, content, null, false, memo.RevisionCount));

    public async Task<MemoCard> SaveAsync(MemoEdit edit) => Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(UserId, edit)).Memo;

    public async Task<MemoCard> FindAsync(Guid id) => await Memos.FindAsync(UserId, id) ?? throw new InvalidOperationException("The memo is gone.");

    public async Task<List<int>> RevisionNumbersAsync(Guid memoId) =>
        [.. (await History.ListAsync(UserId, memoId))!.Lines.Select(line => line.Number)];

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        command.Parameters.AddWithValue(UserId);
        await command.ExecuteNonQueryAsync();
    }
}
