namespace Mosaic.Tests.Support;

/// <summary>Somebody of the cast: ada is the admin, bob and cleo are ordinary people who must never see each other's things.</summary>
public sealed record CastMember(Guid Id, string UserName, string Email, bool IsAdmin)
{
    public const string Password = "a quiet lamp at 7";
}
