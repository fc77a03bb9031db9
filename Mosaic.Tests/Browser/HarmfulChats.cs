using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Browser;

/// <summary>Vectors as what was said in conversations of such a title by such a bot, as what is being said, as facts, and as documents.</summary>
internal static class HarmfulChats
{
    private const int MessagesATalk = 16;

    /// <summary>The addresses that show them.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(IServiceProvider services, Guid owner, IReadOnlyList<string> vectors)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var addresses = new List<string> { "/chat", "/chat/memory", "/chat/documents" };
        var bots = await db.Bots.Where(bot => bot.UserId == owner).OrderBy(bot => bot.CreatedAt).Select(bot => bot.Id).ToListAsync();
        var texts = vectors.Chunk(20).Select(part => MemoRules.CleanContent(string.Join("\n\n", part))).ToList();
        foreach (var (number, part) in texts.Chunk(MessagesATalk).Index())
        {
            var talk = await TalkAsync(db, owner, bots[number], Short(vectors[number], 100), part);
            addresses.AddRange([$"/chat/{talk}", $"/chat/{talk}/map"]);
        }
        addresses.Add($"/chat/documents/{await DocumentAsync(db, owner, Short(vectors[0], 100), texts)}");
        return addresses;
    }

    /// <summary>The last message is being written, by a process that is not seen to be dead for a day.</summary>
    private static async Task<Guid> TalkAsync(MosaicDb db, Guid owner, Guid bot, string title, string[] texts)
    {
        var now = DateTimeOffset.UtcNow;
        var talk = new Conversation { Id = Guid.CreateVersion7(), UserId = owner, BotId = bot, Title = title, MessageCount = texts.Length, CreatedAt = now, UpdatedAt = now };
        db.Add(talk);
        await db.SaveChangesAsync();
        db.Add(new ConversationParticipant { ConversationId = talk.Id, BotId = bot });
        foreach (var (depth, text) in texts.Index())
        {
            var isLast = depth == texts.Length - 1;
            var isPerson = depth % 2 == 0 && !isLast;
            var message = new Message
            {
                Id = Guid.CreateVersion7(),
                UserId = owner,
                ConversationId = talk.Id,
                ParentId = talk.ActiveMessageId,
                Depth = depth,
                BotId = isPerson ? null : bot,
                Name = isPerson ? null : title,
                Role = isPerson ? MessageRole.User : MessageRole.Assistant,
                Content = text,
                State = isLast ? MessageState.Streaming : isPerson ? MessageState.Complete : MessageState.Failed,
                Writer = isLast ? Guid.NewGuid() : null,
                Trouble = isPerson || isLast ? null : Short(text, 1_000),
                CreatedAt = now,
                UpdatedAt = isLast ? now.AddDays(1) : now,
            };
            db.Add(message);
            await db.SaveChangesAsync();
            talk.ActiveMessageId = message.Id;
            db.Add(new Memory { Id = Guid.CreateVersion7(), UserId = owner, BotId = bot, Kind = MemoryKind.Fact, Content = Short(text, 400), Scope = MemoryScope.All, SourceMessageId = message.Id, CreatedAt = now, UpdatedAt = now });
        }
        await db.SaveChangesAsync();
        return talk.Id;
    }

    private static async Task<Guid> DocumentAsync(MosaicDb db, Guid owner, string title, IReadOnlyList<string> texts)
    {
        var now = DateTimeOffset.UtcNow;
        var document = new ImportDocument { Id = Guid.CreateVersion7(), UserId = owner, Scope = MemoryScope.All, SourceType = DocumentSourceType.File, SourceName = title, Title = title, Status = DocumentStatus.Completed, CreatedAt = now, UpdatedAt = now };
        db.Add(document);
        await db.SaveChangesAsync();
        db.AddRange(texts.Select((text, place) => new Memory { Id = Guid.CreateVersion7(), UserId = owner, DocumentId = document.Id, Kind = MemoryKind.Passage, Content = text, Scope = MemoryScope.All, Position = place, CreatedAt = now, UpdatedAt = now }));
        await db.SaveChangesAsync();
        return document.Id;
    }

    private static string Short(string text, int length) => text[..Math.Min(text.Length, length)].TrimEnd('\uD83D', '\uD83C', ' ');
}
