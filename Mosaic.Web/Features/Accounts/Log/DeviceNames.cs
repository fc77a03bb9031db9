namespace Mosaic.Web.Features.Accounts.Log;

/// <summary>Makes "Firefox on Linux" of what a browser says about itself. A guess for the eye, never for a decision.</summary>
public static class DeviceNames
{
    // The order matters: Edge also says Chrome, and Chrome also says Safari; Android also says Linux.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => "Unknown device",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Sign, string Name)[] table, string? text) =>
        table.FirstOrDefault(row => text?.Contains(row.Sign, StringComparison.Ordinal) is true).Name;
}
