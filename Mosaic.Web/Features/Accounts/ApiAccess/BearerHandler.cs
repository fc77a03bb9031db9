using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>Lets programs in by <c>Authorization: Bearer</c> with a key or an access token.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CredentialCache credentials, KeyUse uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Word = "Bearer ";

    /// <summary>Longer than any of ours.</summary>
    private const int MaxLength = 1_000;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return AuthenticateResult.NoResult();
        if (!header.StartsWith(Word, StringComparison.OrdinalIgnoreCase) || header.Length > MaxLength) return AuthenticateResult.Fail("Not a bearer credential.");
        if (await credentials.FindAsync(header[Word.Length..].Trim(), Context.RequestAborted) is not { } credential)
            return AuthenticateResult.Fail("The credential is wrong, over or revoked.");
        if (credential.IsKey) uses.Count(credential.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(credential.ToPrincipal(), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        await ApiProblem.Of(401, "unauthenticated", "Who is asking?", "Send an access token or an API key that is still good, as Authorization: Bearer.").ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope;
        // What only admins may see does not exist for others.
        if (scope == ApiScopes.Admin && !Context.User.IsInRole(AccountRoles.Admin)) await ApiProblem.NotFound().ExecuteAsync(Context);
        else await ApiProblem.Of(403, "scope-missing", "This credential may not do that.", scope switch
        {
            null => "This operation is closed.",
            ApiScopes.Account => "An API key cannot do this. Sign in at auth/token and send the access token.",
            _ => $"It needs the scope {scope}. Make a key that has it.",
        }).ExecuteAsync(Context);
    }
}
