using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Accounts.Profile;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Api;

/// <summary>Whose credential it is.</summary>
internal sealed class MeApi : IApiGroup
{
    private static readonly MeJson Example =
        new(new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e02"), "ada", "ada@example.org", "Ada", "Keeps bees.", "Europe/Berlin", "04:00", "en", "system", false);

    public string Address => "/me";

    public string Title => "You";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", FindAsync).Needs(NeedsScope.Any).Is("readMe", "Who you are").Gives(Example);
        group.MapPatch("/", ChangeAsync).Needs(ApiScopes.Account)
            .Is("changeMe", "Change your profile", "What is left out stays; null clears a name or a text.")
            .Takes(new { displayName = "Ada L.", timeZone = "Europe/Lisbon" }).Gives(Example).Refuses(422);
    }

    private static async Task<Results<Ok<MeJson>, ProblemHttpResult>> FindAsync(ClaimsPrincipal user, ProfileService profiles, CancellationToken cancellationToken) =>
        await profiles.FindAsync(user.UserId(), cancellationToken) is { } profile ? TypedResults.Ok(MeJson.Of(user, profile)) : ApiProblem.NotFound();

    private static async Task<Results<Ok<MeJson>, ProblemHttpResult>> ChangeAsync(
        MeChange change, ClaimsPrincipal user, ProfileService profiles, CancellationToken cancellationToken)
    {
        if (await profiles.FindAsync(user.UserId(), cancellationToken) is not { } now) return ApiProblem.NotFound();
        var errors = await profiles.SaveAsync(user.UserId(), change.On(now), cancellationToken);
        if (errors.Any) return ApiProblem.Refused(errors[errors.First!]!, JsonName(errors.First!));
        return await FindAsync(user, profiles, cancellationToken);
    }

    private static string JsonName(string field) => char.ToLowerInvariant(field[0]) + field[1..];

    internal sealed record MeJson(
        Guid Id, string UserName, string Email, string? DisplayName, string? Bio, string TimeZone, string DayEndsAt, string Language, string Theme, bool IsAdmin)
    {
        public static MeJson Of(ClaimsPrincipal user, Profile.Profile profile) => new(
            user.UserId(), profile.UserName, profile.Email, profile.DisplayName, profile.Bio, profile.TimeZone,
            profile.DayEndsAt.ToString("HH:mm", CultureInfo.InvariantCulture), profile.Language, profile.Theme, user.IsInRole(AccountRoles.Admin));
    }

    internal sealed record MeChange
    {
        public Given<string?> DisplayName { get; init; }
        public Given<string?> Bio { get; init; }
        public string? TimeZone { get; init; }
        public string? DayEndsAt { get; init; }
        public string? Language { get; init; }
        public string? Theme { get; init; }

        public ProfileForm On(Profile.Profile now) => new()
        {
            DisplayName = DisplayName.Or(now.DisplayName),
            Bio = Bio.Or(now.Bio),
            TimeZone = TimeZone ?? now.TimeZone,
            DayEndsAt = DayEndsAt ?? now.DayEndsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            Language = Language ?? now.Language,
            Theme = Theme ?? now.Theme,
        };
    }
}
