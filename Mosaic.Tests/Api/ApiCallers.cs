using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Api;

/// <summary>Programs of the cast.</summary>
internal static class ApiCallers
{
    public static readonly string[] AllScopes = [.. ApiScopes.ForKeys.Select(scope => scope.Name)];

    /// <summary>A program with a key of somebody; with all scopes they can give, if none is named.</summary>
    public static async Task<HttpClient> ProgramAsync(this MosaicApp app, string name, params string[] scopes)
    {
        if (scopes.Length == 0) scopes = app.Person(name).IsAdmin ? AllScopes : [.. AllScopes.Where(scope => scope != ApiScopes.Admin)];
        return app.Program(await app.SecretAsync(name, scopes));
    }

    /// <summary>A program with this secret.</summary>
    public static HttpClient Program(this MosaicApp app, string secret)
    {
        var client = app.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    public static async Task<string> SecretAsync(this MosaicApp app, string name, params string[] scopes)
    {
        var keys = app.Services.GetRequiredService<ApiKeyService>();
        return Assert.IsType<NewKeyResult.Made>(await keys.MakeAsync(app.Person(name).Id, "test", scopes, null)).Secret;
    }

    /// <summary>For what cannot be brought about from outside.</summary>
    public static async Task ExecuteAsync(this MosaicApp app, string sql)
    {
        await using var command = app.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
