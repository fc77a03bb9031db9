namespace Mosaic.Web.Features.Admin;

/// <summary>How something an admin asked for ended.</summary>
public abstract record AdminResult
{
    private AdminResult()
    {
    }

    public sealed record Done : AdminResult;

    /// <summary>The object is gone, or the one who asks is no longer an admin.</summary>
    public sealed record NotFound : AdminResult;

    /// <summary>One sentence that says why not.</summary>
    public sealed record Refused(string Sentence) : AdminResult;

    /// <summary>A password that is shown once and must be changed at the first sign-in.</summary>
    public sealed record TemporaryPassword(string UserName, string Password) : AdminResult;

    /// <summary>What is wrong with the form.</summary>
    public sealed record Invalid(Accounts.FieldErrors Errors) : AdminResult;

    /// <summary>The part of an invitation's link that is shown once.</summary>
    public sealed record Invited(string Token) : AdminResult;
}
