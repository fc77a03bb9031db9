using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Mosaic.Web.Features.Accounts.Setup;

namespace Mosaic.Web.Hosting;

/// <summary>Tells whoever started Mosaic where to find it and, until there is an admin, the code that makes one.</summary>
internal static class Greeting
{
    public static async Task GreetWhenReadyAsync(this WebApplication app)
    {
        var code = await app.Services.GetRequiredService<SetupCode>().CurrentAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greet(app, code));
    }

    private static void Greet(WebApplication app, string? setupCode)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses) Console.WriteLine($"Mosaic is ready at {address}");
        if (setupCode is not null) Console.WriteLine($"Setup code: {setupCode} (asked for once, when you make the first account)");
    }
}
