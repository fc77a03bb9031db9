namespace Mosaic.Web.Features.Accounts.Register;

public abstract record RegisterResult
{
    private RegisterResult()
    {
    }

    public sealed record Made(Guid UserId) : RegisterResult;

    public sealed record Refused(FieldErrors Errors) : RegisterResult;

    /// <summary>The house takes no registrations, or the invitation is used, over or revoked.</summary>
    public sealed record NotOpen : RegisterResult;
}
