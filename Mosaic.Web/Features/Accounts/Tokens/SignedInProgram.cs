namespace Mosaic.Web.Features.Accounts.Tokens;

/// <summary>A program that signed in by password and still can go on.</summary>
public sealed record SignedInProgram(Guid Id, string? UserAgent, string? IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt)
{
    public string Device => Log.DeviceNames.Of(UserAgent);
}
