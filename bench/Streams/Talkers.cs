using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mosaic.Bench.Ground;
using Mosaic.Data.Accounts;
using Mosaic.Data.Ai;
using Mosaic.Web.Features.Accounts.Session;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Bench.Streams;

/// <summary>Makes people and their bots, and sets who answers them, before the app is started.</summary>
internal sealed class Talkers(Setup setup, AppInside inside)
{
    private const int People = 5;

    /// <summary>All answers are written at once; no question waits for its turn.</summary>
    private const int Calls = 200;

    private const int PatienceSeconds = 300;

    public async Task<IReadOnlyList<Talker>> MakeAsync(Uri provider, CancellationToken cancellationToken)
    {
        await SetAsync(provider, cancellationToken);
        var people = new List<Talker>();
        for (var number = 0; number < People; number++) people.Add(await PersonAsync(number, cancellationToken));
        return people;
    }

    /// <summary>The provider writes answers and nothing else: what is worked out of them later is not to take its time.</summary>
    private async Task SetAsync(Uri provider, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = new Contexts(setup.ConnectionString).CreateDbContext();
        foreach (var purpose in AiPurposes.All)
            db.Add(purpose == AiPurpose.Chat
                ? new ServerAiConfig { Key = purpose.Key(), Provider = AiProviders.OpenAiCompatible, BaseUrl = new Uri(provider, "v1").ToString(), Model = StreamingProvider.Model, MaxTokens = 4_096, TimeoutSeconds = PatienceSeconds, UpdatedAt = now }
                : new ServerAiConfig { Key = purpose.Key(), Provider = AiProviders.Offline, UpdatedAt = now });
        await db.SaveChangesAsync(cancellationToken);
        await AppSettingsReader.WriteAsync(db, new AppSettings { AiConcurrency = Calls }, now, cancellationToken);
    }

    private async Task<Talker> PersonAsync(int number, CancellationToken cancellationToken)
    {
        var (id, name, now) = (Guid.CreateVersion7(), string.Create(CultureInfo.InvariantCulture, $"talker{number}"), TimeProvider.System.GetUtcNow());
        await using (var db = new Contexts(setup.ConnectionString).CreateDbContext())
        {
            var email = $"{name}@example.org";
            db.Add(new User
            {
                Id = id,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                SecurityStamp = "stamp",
                CreatedAt = now,
                UpdatedAt = now,
            });
            await db.SaveChangesAsync(cancellationToken);
        }
        var bot = await inside.UseAsync<BotService, BotResult>(bots => bots.MakeAsync(id, new BotSheet { Name = "Socrates", PersonalityPrompt = "Asks back." }, cancellationToken: cancellationToken)) is BotResult.Saved made
            ? made.Bot.Id
            : throw new BenchTroubleException("The app refused to make a bot for the benchmark: mend Talkers.PersonAsync.");
        var cookie = await inside.UseAsync<IServiceProvider, string>(services => CookieAsync(services, id));
        return new Talker(await inside.PersonAsync(id, cancellationToken), bot, await setup.KeyOfAsync(id, cancellationToken), cookie);
    }

    /// <summary>The one that signing in would give.</summary>
    private async Task<string> CookieAsync(IServiceProvider services, Guid id)
    {
        await using var db = new Contexts(setup.ConnectionString).CreateDbContext();
        var state = await AccountState.FindAsync(db, id) ?? throw new BenchTroubleException($"Nobody has the id {id}.");
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(state.ToPrincipal(), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, SignInCookie.Scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
