using System.Globalization;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Data.Bots;
using Mosaic.Tests.Security;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Profile;
using Mosaic.Web.Features.Admin.Invitations;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Browser;

/// <summary>All vectors as memos, tags, names of files and versions, bots, people, notes, devices and searches of one person, who is an admin; and the addresses that show them.</summary>
internal sealed class HarmfulPlaces
{
    private static readonly List<string> Vectors = [.. InjectionVectors.All, .. NaughtyStrings.All.Where(text => text.Length is > 0 and < 6_000)];

    private readonly List<string> _addresses = ["/tags", "/trash", "/?show=archive", "/account", "/account/sign-ins", "/admin/users", "/admin/invitations", "/admin/sign-ins", "/admin/audit"];

    public IReadOnlyList<string> Addresses => _addresses;

    public static async Task<HarmfulPlaces> MakeAsync(MosaicApp app, string name)
    {
        var places = new HarmfulPlaces();
        var services = app.Services.CreateScope().ServiceProvider;
        var owner = app.Person(name).Id;
        await MakePeopleAsync(services, owner);
        await places.MakeMemosAsync(services, owner);
        await places.MakeBotsAsync(services.GetRequiredService<BotService>(), owner);
        await MakeRepliesAsync(services, owner);
        places._addresses.AddRange(await HarmfulChats.MakeAsync(services, owner, Vectors));
        var invitations = services.GetRequiredService<InvitationService>();
        foreach (var note in InjectionVectors.All.Where(vector => vector.Length <= InvitationService.NoteLength).Take(60)) await invitations.MakeAsync(owner, note);
        var client = await app.SignInAsync(name);
        var draft = new { targetId = Guid.CreateVersion7(), content = string.Join('\n', Vectors.Take(120)), resourceIds = Array.Empty<Guid>(), aiExcluded = false, baseRevision = 0 };
        (await client.PutAsJsonAsync("/memos/drafts/new", draft)).EnsureSuccessStatusCode();
        places._addresses.AddRange(["/", "/?q=%00", "/?tag=%00a", "/?q=" + string.Concat(Enumerable.Repeat("%F0%9F%98%80", 200)) + "x", "/?q=a" + string.Concat(Enumerable.Repeat("%F0%9F%98%80", 200))]);
        foreach (var words in Joined(InjectionVectors.All, 200).Take(25))
        {
            places._addresses.Add("/?q=" + Uri.EscapeDataString(words));
            places._addresses.Add("/?tag=" + Uri.EscapeDataString(words[..Math.Min(words.Length, 50)].TrimEnd('\uD83D', '\uD83C')));
        }
        return places;
    }

    /// <summary>A vector in every field of a bot, and the page of each tenth.</summary>
    private async Task MakeBotsAsync(BotService bots, Guid owner)
    {
        _addresses.Add("/bots");
        foreach (var (number, vector) in InjectionVectors.All.Where(vector => vector.Length <= BotTrait.MaxKey).Take(50).Index())
        {
            var sheet = new BotSheet { Name = vector, Description = vector, PersonalityPrompt = vector, Greeting = vector, Attributes = [new BotTrait(vector, vector)], Config = new BotConfig { Model = vector } };
            if (await bots.MakeAsync(owner, sheet) is BotResult.Saved saved && number % 10 == 0) _addresses.Add($"/bots/{saved.Bot.Id}");
        }
    }

    /// <summary>Vectors as what a bot of such a name said under each memo, as the question of a thread, and as why there is no answer.</summary>
    private static async Task MakeRepliesAsync(IServiceProvider services, Guid owner)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var bots = db.Bots.Where(bot => bot.UserId == owner).Select(bot => bot.Id).ToList();
        var memos = db.Memos.Where(memo => memo.UserId == owner).OrderBy(memo => memo.CreatedAt).Select(memo => memo.Id).ToList();
        foreach (var (number, part) in Vectors.Chunk(Math.Max(1, Vectors.Count / memos.Count + 1)).Index())
        {
            var said = MemoRules.CleanContent(string.Join("\n\n", part));
            var root = new BotReply { Id = Guid.CreateVersion7(), UserId = owner, MemoId = memos[number], BotId = bots[number % bots.Count], RevisionNumber = 1, State = ReplyState.Done, IsAutomatic = true, Content = said, AnswerNumber = 1, AnswerCount = 1, Provider = "openai-compatible" };
            db.Add(root);
            await db.SaveChangesAsync();
            db.Add(new BotReply
            {
                Id = Guid.CreateVersion7(),
                UserId = owner,
                MemoId = root.MemoId,
                BotId = root.BotId,
                RevisionNumber = 1,
                ParentReplyId = root.Id,
                UserQuestion = said[..Math.Min(said.Length, 2_000)].TrimEnd('\uD83D', '\uD83C'),
                State = ReplyState.Failed,
                IsAutomatic = false,
                Content = said,
                Trouble = said[..Math.Min(said.Length, 1_000)].TrimEnd('\uD83D', '\uD83C'),
            });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Thirty vectors a memo, the other way around in its second revision; the files and the version carry vectors as names.</summary>
    private async Task MakeMemosAsync(IServiceProvider services, Guid owner)
    {
        var (memos, store, history, shelf) = (services.GetRequiredService<MemoService>(), services.GetRequiredService<FileStore>(), services.GetRequiredService<HistoryService>(), services.GetRequiredService<MemoShelf>());
        var tags = new Queue<string>(Vectors.Select(vector => vector.Trim().TrimStart('#')).Where(vector => TagRules.Refuse(vector) is null).Concat(["harm"]));
        var made = new List<Guid>();
        foreach (var part in Vectors.Chunk(30))
        {
            var id = Guid.CreateVersion7();
            var files = new List<Guid>();
            foreach (var vector in part.Take(8))
                files.Add(Assert.IsType<StoreResult.Stored>(await store.StoreAsync(owner, vector, new MemoryStream(Guid.NewGuid().ToByteArray()), new StoreOptions(), CancellationToken.None)).Resource.Id);
            var own = Enumerable.Range(0, Math.Min(9, tags.Count)).Select(_ => tags.Dequeue()).ToList();
            var first = new MemoEdit(id, string.Join("\n\n", part), files, false, 0) { Tags = own };
            Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(owner, first));
            Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(owner, first with { Content = string.Join("\n\n", part.Reverse()) + $"\n\n[[{made.LastOrDefault()}]]", BaseRevision = 1 }));
            await history.NameAsync(owner, id, 1, part[0][..Math.Min(part[0].Length, 50)]);
            made.Add(id);
            _addresses.AddRange([$"/memos/{id}", $"/memos/{id}/history", $"/memos/{id}/history?new=2&old=1&view=side"]);
        }
        await shelf.TrashAsync(owner, [.. made.Take(3)]);
        await shelf.ArchiveAsync(owner, [.. made.Skip(3).Take(3)]);
        await shelf.PinAsync(owner, [made[6]], true);
    }

    /// <summary>People named by a vector, with a line in the log whose device is one.</summary>
    private static async Task MakePeopleAsync(IServiceProvider services, Guid owner)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var short50 = Vectors.Where(vector => vector.Length <= ProfileRules.DisplayNameLength && !vector.Contains('\0', StringComparison.Ordinal)).ToList();
        var admin = await db.Users.SingleAsync(user => user.Id == owner);
        (admin.DisplayName, admin.Bio) = (InjectionVectors.All.First(vector => vector.Length <= 50), InjectionVectors.All.Last(vector => vector.Length <= 160));
        foreach (var (vector, number) in short50.Select((vector, number) => (vector, number)).Where(one => char.IsAscii(one.vector[0])).Take(90))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"person{number}");
            db.Users.Add(new User
            {
                Id = Guid.CreateVersion7(),
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                Email = $"{name}@example.org",
                NormalizedEmail = $"{name}@example.org".ToUpperInvariant(),
                DisplayName = vector,
                Bio = vector,
                SecurityStamp = "none",
                PasswordHash = "none",
                CreatedAt = admin.CreatedAt,
                UpdatedAt = admin.CreatedAt,
            });
            db.ConnectionLogs.Add(new ConnectionLog { Id = Guid.CreateVersion7(), UserId = owner, UserName = vector, UserAgent = vector, IpAddress = vector, Action = "sign_in", CreatedAt = admin.CreatedAt });
        }
        await db.SaveChangesAsync();
    }

    private static IEnumerable<string> Joined(IEnumerable<string> vectors, int length)
    {
        var words = "";
        foreach (var vector in vectors.Where(vector => vector.Length < length))
        {
            if (words.Length + vector.Length >= length)
            {
                yield return words;
                words = "";
            }
            words += vector;
        }
    }
}
