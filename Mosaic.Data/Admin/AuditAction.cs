namespace Mosaic.Data.Admin;

/// <summary>What the audit records; the database accepts no other word.</summary>
public static class AuditAction
{
    public const string UserMade = "user_made";
    public const string UserDisabled = "user_disabled";
    public const string UserEnabled = "user_enabled";
    public const string UserDeleted = "user_deleted";
    public const string UserPromoted = "user_promoted";
    public const string UserDemoted = "user_demoted";
    public const string PasswordReset = "password_reset";
    public const string InvitationMade = "invitation_made";
    public const string InvitationRevoked = "invitation_revoked";
    public const string SettingsChanged = "settings_changed";
    public const string AiChanged = "ai_changed";
    public const string JobRetried = "job_retried";
    public const string JobDiscarded = "job_discarded";
}
