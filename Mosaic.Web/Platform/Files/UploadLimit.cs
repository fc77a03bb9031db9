using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Platform.Files;

/// <summary>How large a file may be, as the admin set it.</summary>
public sealed class UploadLimit(AppSettingsReader settings)
{
    /// <summary>In bytes.</summary>
    public async ValueTask<long> GetAsync(CancellationToken cancellationToken) => (long)(await settings.GetAsync(cancellationToken)).UploadLimitMegabytes << 20;
}
