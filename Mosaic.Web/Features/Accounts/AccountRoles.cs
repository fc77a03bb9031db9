namespace Mosaic.Web.Features.Accounts;

/// <summary>The two roles; their rows are part of the first migration.</summary>
public static class AccountRoles
{
    public const string Admin = "admin";
    public const string User = "user";

    internal static readonly Guid AdminId = new("01900000-0000-7000-8000-000000000001");
    internal static readonly Guid UserId = new("01900000-0000-7000-8000-000000000002");
}
