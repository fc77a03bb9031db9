using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Files;

public sealed class FileStoreDataTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private readonly FileStore _store = app.Services.GetRequiredService<FileStore>();
    private readonly FileCleaner _cleaner = app.Services.GetRequiredService<FileCleaner>();
    private readonly FilesFolder _folder = app.Services.GetRequiredService<FilesFolder>();

    private Guid Ada => app.Person("ada").Id;

    private Guid Bob => app.Person("bob").Id;

    [Fact]
    public async Task Equal_bytes_lie_once_for_a_person_and_go_with_the_last_row()
    {
        var first = await StoreAsync(Ada, "a.txt", "same bytes"u8.ToArray());
        var second = await StoreAsync(Ada, "b.txt", "same bytes"u8.ToArray());
        var others = await StoreAsync(Bob, "c.txt", "same bytes"u8.ToArray());
        Assert.Equal(first.StoragePath, second.StoragePath);
        Assert.NotEqual(first.StoragePath, others.StoragePath);
        Assert.True(await _cleaner.DeleteUnclaimedAsync(Ada, first.Id, default));
        Assert.True(File.Exists(_folder.FullPath(second.StoragePath)));
        Assert.True(await _cleaner.DeleteUnclaimedAsync(Ada, second.Id, default));
        Assert.False(File.Exists(_folder.FullPath(second.StoragePath)));
        Assert.True(File.Exists(_folder.FullPath(others.StoragePath)));
    }

    [Fact]
    public async Task A_sender_that_breaks_at_any_byte_leaves_nothing()
    {
        var bytes = Samples.Png(withPlace: true);
        var before = (Rows: await RowsAsync(), Files: OnDisk());
        for (var at = 0; at < bytes.Length; at++)
            await Assert.ThrowsAsync<IOException>(() => _store.StoreAsync(Ada, "a.png", new UnknownLength(new MemoryStream(bytes), at), new StoreOptions(), default));
        Assert.Equal(before, (await RowsAsync(), OnDisk()));
    }

    [Fact]
    public async Task A_disk_that_is_full_at_any_write_leaves_nothing_and_says_so()
    {
        var before = (Rows: await RowsAsync(), Files: OnDisk());
        var writes = 0;
        StoreResult result;
        do
        {
            var left = writes++;
            _folder.Wrap = file => new FailingDisk(file, () => left-- <= 0);
            result = await _store.StoreAsync(Bob, "a.jpg", new MemoryStream(Samples.Jpeg(withPlace: true)), new StoreOptions(), default);
            if (result is StoreResult.Refused refused)
            {
                Assert.Contains("disk of this Mosaic is full", refused.Sentence, StringComparison.Ordinal);
                Assert.Equal(before, (await RowsAsync(), OnDisk()));
            }
        }
        while (result is StoreResult.Refused);
        _folder.Wrap = file => file;
        Assert.True(writes > 5, "The picture was not written in steps.");
    }

    [Fact]
    public async Task Giving_up_while_sending_leaves_nothing()
    {
        var before = (Rows: await RowsAsync(), Files: OnDisk());
        using var stop = new CancellationTokenSource();
        var bytes = new UnknownLength(new StoppingStream(stop, 100_000));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.StoreAsync(Ada, "a.bin", bytes, new StoreOptions(), stop.Token));
        Assert.Equal(before, (await RowsAsync(), OnDisk()));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_leaves_no_bytes()
    {
        var before = OnDisk();
        await Assert.ThrowsAsync<DbUpdateException>(() => _store.StoreAsync(Guid.CreateVersion7(), "a.txt", new MemoryStream("nobody's"u8.ToArray()), new StoreOptions(), default));
        Assert.Equal(before, OnDisk());
    }

    [Fact]
    public async Task Twenty_at_once_with_the_same_bytes_all_succeed_while_others_are_taken_back()
    {
        await Parallel.ForAsync(0, 20, async (index, cancellationToken) =>
        {
            var stored = await StoreAsync(Ada, $"{index}.txt", "crowd"u8.ToArray());
            if (index % 2 == 0) Assert.True(await _cleaner.DeleteUnclaimedAsync(Ada, stored.Id, cancellationToken));
            else Assert.True(File.Exists(_folder.FullPath(stored.StoragePath)));
        });
        Assert.True(File.Exists(_folder.FullPath((await StoreAsync(Ada, "last.txt", "crowd"u8.ToArray())).StoragePath)));
    }

    [Fact]
    public async Task The_cleaner_takes_what_nobody_needs_and_nothing_else()
    {
        var forgotten = await StoreAsync(Ada, "forgotten.txt", "forgotten"u8.ToArray());
        var drafted = await StoreAsync(Ada, "drafted.txt", "drafted"u8.ToArray());
        var shown = await StoreAsync(Ada, "shown.png", Samples.Png());
        await using (var db = app.Database.CreateDbContext())
        {
            db.MemoDrafts.Add(new MemoDraft { Id = Guid.CreateVersion7(), UserId = Ada, TargetId = Guid.CreateVersion7(), Content = "x", ResourceIds = [drafted.Id], CreatedAt = Now, UpdatedAt = Now });
            await db.SaveChangesAsync();
            await db.Users.Where(user => user.Id == Ada).ExecuteUpdateAsync(set => set.SetProperty(user => user.AvatarResourceId, shown.Id));
            await db.Resources.ExecuteUpdateAsync(set => set.SetProperty(resource => resource.CreatedAt, Now.AddDays(-8)));
        }
        var fresh = await StoreAsync(Ada, "fresh.txt", "fresh"u8.ToArray());
        var orphan = _folder.FullPath(FilesFolder.PathOf(Bob, new byte[32]));
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        await File.WriteAllTextAsync(orphan, "no row");
        await _cleaner.DeleteUnusedAsync(default);
        Assert.False(File.Exists(_folder.FullPath(forgotten.StoragePath)));
        Assert.False(File.Exists(orphan));
        Assert.Null(await _store.FindAsync(Ada, forgotten.Id, default));
        foreach (var kept in new[] { drafted, shown, fresh })
        {
            Assert.NotNull(await _store.FindAsync(Ada, kept.Id, default));
            Assert.True(File.Exists(_folder.FullPath(kept.StoragePath)));
        }
    }

    [Fact]
    public async Task Places_are_removed_unless_kept()
    {
        var without = await StoreAsync(Ada, "a.jpg", Samples.Jpeg(withPlace: true));
        Assert.True((await File.ReadAllBytesAsync(_folder.FullPath(without.StoragePath))).AsSpan().IndexOf(Samples.Latitude) < 0);
        Assert.Equal((2, 3), (without.Metadata.GetProperty("width").GetInt32(), without.Metadata.GetProperty("height").GetInt32()));
        var kept = await StoreAsync(Ada, "a.jpg", Samples.Jpeg(withPlace: true), new StoreOptions { KeepLocation = true });
        Assert.Equal(Samples.Jpeg(withPlace: true), await File.ReadAllBytesAsync(_folder.FullPath(kept.StoragePath)));
    }

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    private async Task<Resource> StoreAsync(Guid userId, string name, byte[] bytes, StoreOptions? options = null) =>
        Assert.IsType<StoreResult.Stored>(await _store.StoreAsync(userId, name, new MemoryStream(bytes), options ?? new StoreOptions(), default)).Resource;

    private async Task<int> RowsAsync()
    {
        await using var db = app.Database.CreateDbContext();
        return await db.Resources.CountAsync();
    }

    private int OnDisk() => Directory.Exists(_folder.Root) ? Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories).Count() : 0;
}
