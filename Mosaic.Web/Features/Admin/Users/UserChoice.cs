namespace Mosaic.Web.Features.Admin.Users;

/// <summary>Something an admin is about to do, and what the dialog asks before it.</summary>
internal sealed record UserChoice(UserRow Row, UserVerb Verb, string Title, string Sentence, string Confirm, bool IsHarsh)
{
    /// <summary>What the page says afterwards.</summary>
    public string Done => Verb switch
    {
        UserVerb.Disable => $"{Row.UserName} is disabled and signed out.",
        UserVerb.Enable => $"{Row.UserName} can sign in again.",
        UserVerb.ResetPassword => $"{Row.UserName} has a new temporary password.",
        UserVerb.Promote => $"{Row.UserName} is an admin now.",
        UserVerb.Demote => $"{Row.UserName} is no admin any more.",
        _ => $"The account {Row.UserName} is deleted.",
    };

    public static UserChoice Of(UserRow row, UserVerb verb, string belongings) => verb switch
    {
        UserVerb.Disable => new(row, verb, $"Disable {row.UserName}?",
            "They are signed out everywhere within seconds and cannot sign in. What they wrote is kept.", "Disable", true),
        UserVerb.Enable => new(row, verb, $"Enable {row.UserName}?", "They can sign in again with the password they had.", "Enable", false),
        UserVerb.ResetPassword => new(row, verb, $"Reset the password of {row.UserName}?",
            "They are signed out everywhere and get a temporary password, which you hand over.", "Reset password", false),
        UserVerb.Promote => new(row, verb, $"Make {row.UserName} an admin?",
            "Admins manage accounts and settings. They do not see what others write.", "Make admin", false),
        UserVerb.Demote => new(row, verb, $"Take admin rights from {row.UserName}?", "They keep their account and everything they wrote.", "Take rights", false),
        _ => new(row, verb, $"Delete the account {row.UserName}?", belongings, "Delete for good", true),
    };
}
