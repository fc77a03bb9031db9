namespace Mosaic.Web.Features.Accounts.SignIn;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", SignOutAsync);

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInService signIn)
    {
        await signIn.SignOutAsync(http);
        return Results.LocalRedirect("/sign-in");
    }
}
