using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Mosaic.Data;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;
using Radzen;

namespace Mosaic.Tests.Support;

/// <summary>
/// Ground for bUnit tests of pages and parts: a settable clock, a JavaScript that says yes to everything, and authorization.
/// Services of slices are real; <see cref="SignInAsync"/> puts the database of the class under them.
/// </summary>
public abstract class PageTest : BunitContext
{
    // Other tests use the machine too; a wait ends as soon as its condition holds.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddSingleton<TimeProvider>(Clock);
        Services.AddRadzenComponents();
        Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        Services.AddAppSettings();
        Services.AddJobs();
        Services.AddAi();
        Services.AddSearch();
        Services.AddBrowser();
        Authorization = this.AddAuthorization();
    }

    protected TestClock Clock { get; } = new();

    protected BunitAuthorizationContext Authorization { get; }

    /// <summary>Signs somebody of the cast in, over this database. Slices add their own services before, by their door, such as <c>Services.AddMemos()</c>.</summary>
    protected async Task<CastMember> SignInAsync(TestDatabase database, string name)
    {
        Services.TryAddSingleton<IDbContextFactory<MosaicDb>>(database);
        Services.AddSingleton(database.Source);
        Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>().AddSingleton<Live>().AddSingleton<GrowingTexts>().AddCurrentUser();
        var member = await MosaicAppCast.FindOrAddAsync(database, Clock, name);
        Authorization.SetAuthorized(member.UserName);
        // In this order: setting the roles takes the claims away.
        Authorization.SetRoles(member.IsAdmin ? ["user", "admin"] : ["user"]);
        Authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, member.Id.ToString()));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return member;
    }
}
