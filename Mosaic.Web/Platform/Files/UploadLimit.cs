using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Files;

/// <summary>How large a file may be, as the admin set it.</summary>
public sealed class UploadLimit(IDbContextFactory<MosaicDb> databases)
{
    private const long DefaultMegabytes = 100;

    /// <summary>In bytes.</summary>
    public async Task<long> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var text = await db.AppSettings.Where(setting => setting.Key == "upload_limit_megabytes").Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);
        return (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is > 0 and <= 2_048 ? megabytes : DefaultMegabytes) << 20;
    }
}
