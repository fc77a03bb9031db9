using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.Setup;

public abstract record SetupResult
{
    private SetupResult()
    {
    }

    public sealed record Made(User User) : SetupResult;

    public sealed record Refused(FieldErrors Errors) : SetupResult;

    public sealed record AlreadyDone : SetupResult;
}
