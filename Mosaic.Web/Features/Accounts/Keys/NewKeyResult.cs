namespace Mosaic.Web.Features.Accounts.Keys;

/// <summary>How making a key ended.</summary>
public abstract record NewKeyResult
{
    private NewKeyResult()
    {
    }

    /// <summary><paramref name="Secret"/> is shown now and never again.</summary>
    public sealed record Made(ApiKeyLine Key, string Secret) : NewKeyResult;

    public sealed record Invalid(FieldErrors Errors) : NewKeyResult;
}
