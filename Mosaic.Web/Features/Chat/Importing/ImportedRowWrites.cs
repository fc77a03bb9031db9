using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Importing;

internal static class ImportedRowWrites
{
    /// <summary>Writes many messages at once. EF would put them in the order of their ids, where a child may come before its parent.</summary>
    /// <param name="db">In the transaction of the caller.</param>
    /// <param name="rows">Of one conversation, parents first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(this MosaicDb db, IReadOnlyList<Message> rows, CancellationToken cancellationToken)
    {
        var (user, conversation) = (rows[0].UserId, rows[0].ConversationId);
        Guid[] ids = [.. rows.Select(row => row.Id)];
        Guid?[] parents = [.. rows.Select(row => row.ParentId)];
        int[] depths = [.. rows.Select(row => row.Depth)], tokens = [.. rows.Select(row => row.TokensUsed)];
        string?[] names = [.. rows.Select(row => row.Name)], providers = [.. rows.Select(row => row.Provider)], models = [.. rows.Select(row => row.Model)], troubles = [.. rows.Select(row => row.Trouble)];
        string[] roles = [.. rows.Select(row => row.Role)], contents = [.. rows.Select(row => row.Content)], states = [.. rows.Select(row => row.State)];
        bool[] automatic = [.. rows.Select(row => row.IsAutomatic)];
        string[] metadata = [.. rows.Select(row => JsonSerializer.Serialize(row.Metadata, JsonSerializerOptions.Web))];
        string[] read = [.. rows.Select(row => $"{{{string.Join(',', row.ReadIds)}}}")];
        DateTimeOffset[] times = [.. rows.Select(row => row.CreatedAt)];
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO messages (id, user_id, conversation_id, parent_id, depth, name, role, content, tokens_used, provider, model, state, trouble, is_automatic, metadata, read_ids, created_at, updated_at)
            SELECT id, {user}, {conversation}, parent_id, depth, name, role, content, tokens, provider, model, state, trouble, is_automatic, metadata::jsonb, read_ids::uuid[], at, at
            FROM unnest({ids}, {parents}, {depths}, {names}, {roles}, {contents}, {tokens}, {providers}, {models}, {states}, {troubles}, {automatic}, {metadata}, {read}, {times})
              AS row (id, parent_id, depth, name, role, content, tokens, provider, model, state, trouble, is_automatic, metadata, read_ids, at)
            """, cancellationToken);
    }
}
