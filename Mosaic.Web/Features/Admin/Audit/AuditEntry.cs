using System.Text.Json;
using Mosaic.Data.Admin;

namespace Mosaic.Web.Features.Admin.Audit;

/// <summary>One thing an admin did, as the page shows it.</summary>
public sealed record AuditEntry(Guid Id, string AdminName, string Action, string Target, string? Before, string? After, DateTimeOffset CreatedAt)
{
    public string What => Action switch
    {
        AuditAction.UserMade => $"made the account {Target}",
        AuditAction.UserDisabled => $"disabled {Target}",
        AuditAction.UserEnabled => $"enabled {Target}",
        AuditAction.UserDeleted => $"deleted the account {Target}",
        AuditAction.UserPromoted => $"made {Target} an admin",
        AuditAction.UserDemoted => $"took admin rights from {Target}",
        AuditAction.PasswordReset => $"reset the password of {Target}",
        AuditAction.InvitationMade => $"made an invitation ({Target})",
        AuditAction.InvitationRevoked => $"revoked an invitation ({Target})",
        AuditAction.SettingsChanged => "changed settings",
        _ => $"{Action} {Target}",
    };

    /// <summary>What differs, such as <c>trash_days: 30 → 14</c>; where nothing was before or nothing is left, what was made or went.</summary>
    public IReadOnlyList<string> Changes
    {
        get
        {
            var (before, after) = (Members(Before), Members(After));
            if (before.Count == 0 || after.Count == 0) return [.. before.Concat(after).Select(member => $"{member.Key}: {member.Value}")];
            return [.. before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
                .Select(key => $"{key}: {before.GetValueOrDefault(key) ?? "none"} → {after.GetValueOrDefault(key) ?? "none"}")];
        }
    }

    private static Dictionary<string, string> Members(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(member => member.Name, member => member.Value.ValueKind switch
            {
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                _ => member.Value.ToString(),
            });
    }
}
