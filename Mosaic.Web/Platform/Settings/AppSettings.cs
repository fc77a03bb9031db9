namespace Mosaic.Web.Platform.Settings;

/// <summary>What an admin decides while Mosaic runs. Each value has a default, so an empty table is a working house.</summary>
public sealed record AppSettings
{
    public RegistrationMode Registration { get; init; } = RegistrationMode.Closed;

    /// <summary>How long the sign-in log is kept, in days: 1 to 3650.</summary>
    public int ConnectionLogDays { get; init; } = 365;

    /// <summary>How long the trash keeps what was deleted, in days: 1 to 3650.</summary>
    public int TrashDays { get; init; } = 30;

    /// <summary>The largest file somebody may attach, in megabytes of 1,048,576 bytes: 1 to 2048.</summary>
    public int UploadLimitMegabytes { get; init; } = 100;
}
