using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Admin.Users;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Admin.Api;

/// <summary>People of the house, for programs of admins.</summary>
internal sealed class AdminUsersApi : IApiGroup
{
    private static readonly UserJson Example = new(new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e05"), "bob", "bob@example.org", null, false, true, true,
        new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), null);

    public string Address => "/admin/users";

    public string Title => "Admin: people";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Admin)
            .Is("listUsers", "Accounts by name", $"{UserList.PageSize} at a time.").Gives(new PageOf<UserJson>([Example], null));
        group.MapPost("/", MakeAsync).Needs(ApiScopes.Admin)
            .Is("makeUser", "Make an account", "The temporary password is in this answer and nowhere else; it must be changed at the first sign-in.")
            .Takes(new NewUser("bob", "bob@example.org", false)).Gives(new MadeUser("bob", "seven-quiet-owls-42")).Refuses(422);
        group.MapPatch("/{id:guid}", ChangeAsync).Needs(ApiScopes.Admin)
            .Is("changeUser", "Enable, disable, promote or demote an account", "One at a time. Disabling ends its sessions, tokens and keys at once. The last admin stays.")
            .Takes(new UserChange { IsActive = false }).Refuses(422);
    }

    private static async Task<Results<Ok<PageOf<UserJson>>, ProblemHttpResult>> ListAsync(
        string? search, string? cursor, ClaimsPrincipal user, UserList users, ApiCursors cursors, CancellationToken cancellationToken)
    {
        var after = cursor is null ? null : cursors.Read(user.UserId(), "users", cursor);
        if (cursor is not null && after is null) return ApiProblem.Invalid("cursor", "This cursor is not from this list. Begin without one.");
        var rows = await users.FindAsync(search, after, cancellationToken);
        var next = rows.Count == UserList.PageSize ? cursors.Write(user.UserId(), "users", rows[^1].UserName) : null;
        return TypedResults.Ok(new PageOf<UserJson>([.. rows.Select(UserJson.Of)], next));
    }

    private static async Task<Results<Created<MadeUser>, ProblemHttpResult>> MakeAsync(
        NewUser request, ClaimsPrincipal user, UserAdministration users, CancellationToken cancellationToken)
    {
        var result = await users.MakeAsync(user.UserId(), request.UserName, request.Email, request.IsAdmin, cancellationToken);
        return result is AdminResult.TemporaryPassword made
            ? TypedResults.Created((string?)null, new MadeUser(made.UserName, made.Password))
            : AdminProblem.Of(result);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid id, UserChange change, ClaimsPrincipal user, UserAdministration users, CancellationToken cancellationToken)
    {
        var result = change switch
        {
            { IsAdmin: true, IsActive: null } => await users.PromoteAsync(user.UserId(), id, cancellationToken),
            { IsAdmin: false, IsActive: null } => await users.DemoteAsync(user.UserId(), id, cancellationToken),
            { IsAdmin: null, IsActive: true } => await users.EnableAsync(user.UserId(), id, cancellationToken),
            { IsAdmin: null, IsActive: false } => await users.DisableAsync(user.UserId(), id, cancellationToken),
            _ => null,
        };
        if (result is null) return ApiProblem.Invalid("isActive", "Say one thing to change: isActive or isAdmin.");
        return result is AdminResult.Done ? TypedResults.NoContent() : AdminProblem.Of(result);
    }

    internal sealed record UserJson(
        Guid Id, string UserName, string Email, string? DisplayName, bool IsAdmin, bool IsActive, bool MustChangePassword, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt)
    {
        public static UserJson Of(UserRow row) =>
            new(row.Id, row.UserName, row.Email, row.DisplayName, row.IsAdmin, row.IsActive, row.MustChangePassword, row.CreatedAt, row.LastSignIn);
    }

    internal sealed record NewUser(string UserName, string Email, bool IsAdmin = false);

    internal sealed record MadeUser(string UserName, string TemporaryPassword);

    internal sealed record UserChange
    {
        public bool? IsActive { get; init; }
        public bool? IsAdmin { get; init; }
    }
}
