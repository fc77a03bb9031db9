using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Features.Accounts.Tokens;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Features.Accounts.Api;

/// <summary>Signing a program in with a person's password, and keeping it signed in.</summary>
internal sealed class AuthApi : IApiGroup
{
    private static readonly TokenPair Example = new("CfDJ8N…", 900, "mor_Zk3…", 2_592_000);

    public string Address => "/auth";

    public string Title => "Signing in";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/token", SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .Is("signIn", "Sign in with a password", "Gives an access token for 15 minutes and a refresh token for 30 days. Ten such sign-ins are kept; an eleventh ends the one unused the longest.")
            .Takes(new PasswordSignIn("ada", "a quiet lamp at 7")).Gives(Example).Refuses(401);
        group.MapPost("/refresh", RefreshAsync).AllowAnonymous()
            .Is("refresh", "Get a new pair of tokens", "Each refresh token works once. A used one ends every token of its sign-in.")
            .Takes(new RefreshRequest(Example.RefreshToken)).Gives(Example).Refuses(401);
        group.MapPost("/revoke", RevokeAsync).AllowAnonymous()
            .Is("signOut", "Sign out", "Ends every token of the sign-in that this refresh token belongs to. An unknown one is answered alike.")
            .Takes(new RefreshRequest(Example.RefreshToken));
    }

    private static async Task<Results<Ok<TokenPair>, ProblemHttpResult>> SignInAsync(
        PasswordSignIn request, HttpContext http, SignInService signIn, TokenService tokens, CancellationToken cancellationToken)
    {
        if (await signIn.ProveAsync(http, request.UserName, request.Password, logsSuccess: false) is not { } user)
            return ApiProblem.Of(401, "sign-in-refused", "User name and password do not fit together.", "Check both. After ten failures an account rests for a quarter of an hour.");
        return user.MustChangePassword
            ? ApiProblem.Of(401, "password-change-due", "This password was chosen by somebody else.", "Sign in with a browser and choose your own first.")
            : TypedResults.Ok(await tokens.BeginAsync(http, user, cancellationToken));
    }

    private static async Task<Results<Ok<TokenPair>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, HttpContext http, TokenService tokens, CancellationToken cancellationToken) =>
        await tokens.RefreshAsync(http, request.RefreshToken, cancellationToken) is { } pair
            ? TypedResults.Ok(pair)
            : ApiProblem.Of(401, "refresh-refused", "This refresh token is wrong, used, over or revoked.", "Sign in again.");

    private static async Task<NoContent> RevokeAsync(RefreshRequest request, TokenService tokens, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(request.RefreshToken, cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record PasswordSignIn(string UserName, string Password);

    internal sealed record RefreshRequest(string RefreshToken);
}
