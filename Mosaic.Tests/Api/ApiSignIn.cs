using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Tokens;

namespace Mosaic.Tests.Api;

/// <summary>What signing a program in gives, without the time a password takes.</summary>
internal static class ApiSignIn
{
    public static async Task<TokenPair> BeginAsync(MosaicApp app, string name)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var user = await db.Users.AsNoTracking().SingleAsync(user => user.UserName == name);
        return await app.Services.GetRequiredService<TokenService>().BeginAsync(new DefaultHttpContext(), user);
    }

    public static async Task<string> AccessTokenAsync(MosaicApp app, string name) => (await BeginAsync(app, name)).AccessToken;
}
