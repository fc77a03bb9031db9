using Microsoft.Extensions.Options;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Features.Accounts.Setup;

/// <summary>Makes the first admin from the environment, for installs that nobody watches. An account that exists is never changed.</summary>
public sealed class UnattendedSetup(MosaicOptions options, FirstRun firstRun, SetupService setup)
{
    private static readonly (string Field, string Key)[] Keys =
    [
        (nameof(NewAccount.UserName), "MOSAIC_ADMIN_USER"),
        (nameof(NewAccount.Email), "MOSAIC_ADMIN_EMAIL"),
        (nameof(NewAccount.Password), "MOSAIC_ADMIN_PASSWORD"),
    ];

    /// <exception cref="OptionsValidationException">A setting cannot be used; each failure names its key.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (options.FirstAdmin is not { } admin || await firstRun.IsOverAsync(cancellationToken)) return;
        var result = await setup.MakeFirstAdminAsync(new NewAccount(admin.UserName, admin.Email, admin.Password), http: null, cancellationToken);
        if (result is SetupResult.Refused { Errors: var errors })
            throw new OptionsValidationException(nameof(MosaicOptions), typeof(MosaicOptions),
                Keys.Where(pair => errors[pair.Field] is not null).Select(pair => $"{pair.Key}: {errors[pair.Field]}"));
    }
}
