using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Accounts;
using Mosaic.Data.Admin;
using Mosaic.Data.Ai;
using Mosaic.Data.Api;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Data.Settings;
using Mosaic.Data.Sync;

namespace Mosaic.Data;

/// <summary>Everything Mosaic keeps. Queries stand next to their entities; mappings are applied by name from this assembly.</summary>
public sealed class MosaicDb(DbContextOptions<MosaicDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<IdentityRole<Guid>> Roles => Set<IdentityRole<Guid>>();
    public DbSet<IdentityUserRole<Guid>> UserRoles => Set<IdentityUserRole<Guid>>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<ConnectionLog> ConnectionLogs => Set<ConnectionLog>();
    public DbSet<AdminAudit> AdminAudits => Set<AdminAudit>();
    public DbSet<AppSetting> AppSettings => Set<AppSetting>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Memo> Memos => Set<Memo>();
    public DbSet<MemoRevision> MemoRevisions => Set<MemoRevision>();
    public DbSet<MemoDraft> MemoDrafts => Set<MemoDraft>();
    public DbSet<MemoLink> MemoLinks => Set<MemoLink>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<MemoAi> MemoAi => Set<MemoAi>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<TokenFamily> TokenFamilies => Set<TokenFamily>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();
    public DbSet<SyncTombstone> SyncTombstones => Set<SyncTombstone>();
    public DbSet<SyncCursor> SyncCursors => Set<SyncCursor>();
    public DbSet<SyncReceipt> SyncReceipts => Set<SyncReceipt>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<ServerAiConfig> ServerAiConfigs => Set<ServerAiConfig>();
    public DbSet<UserAiSettings> UserAiSettings => Set<UserAiSettings>();
    public DbSet<TurnMetric> TurnMetrics => Set<TurnMetric>();
    public DbSet<TurnPrompt> TurnPrompts => Set<TurnPrompt>();
    public DbSet<TurnSource> TurnSources => Set<TurnSource>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<PassageEmbedding> PassageEmbeddings => Set<PassageEmbedding>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<KeptSearch> KeptSearches => Set<KeptSearch>();
    public DbSet<DiaryPage> DiaryPages => Set<DiaryPage>();
    public DbSet<DiaryRevision> DiaryRevisions => Set<DiaryRevision>();
    public DbSet<DiaryDraft> DiaryDrafts => Set<DiaryDraft>();
    public DbSet<DiaryNight> DiaryNights => Set<DiaryNight>();
    public DbSet<Mood> Moods => Set<Mood>();
    public DbSet<MoodEntry> MoodEntries => Set<MoodEntry>();
    public DbSet<Bot> Bots => Set<Bot>();
    public DbSet<BotReply> BotReplies => Set<BotReply>();
    public DbSet<BotReplyAnswer> BotReplyAnswers => Set<BotReplyAnswer>();
    public DbSet<BotReplyResource> BotReplyResources => Set<BotReplyResource>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ConversationParticipant> ConversationParticipants => Set<ConversationParticipant>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<StoryBranch> StoryBranches => Set<StoryBranch>();
    public DbSet<Memory> Memories => Set<Memory>();
    public DbSet<MemoryEmbedding> MemoryEmbeddings => Set<MemoryEmbedding>();
    public DbSet<ImportDocument> ImportDocuments => Set<ImportDocument>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MosaicDb).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
