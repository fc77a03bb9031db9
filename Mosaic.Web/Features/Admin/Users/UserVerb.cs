namespace Mosaic.Web.Features.Admin.Users;

/// <summary>What an admin can do to an account from the list.</summary>
public enum UserVerb
{
    Disable,
    Enable,
    ResetPassword,
    Promote,
    Demote,
    Delete,
}
