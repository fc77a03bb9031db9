using System.Globalization;

namespace Mosaic.Web.Platform.Files;

/// <summary>Why a file was not taken, in words for people.</summary>
internal static class Refusals
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnUnix = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static StoreResult.Refused Empty(string filename) => new($"“{filename}” is empty: there is nothing to keep.");

    public static StoreResult.Refused TooLarge(string filename, long maxLength) =>
        new($"“{filename}” is larger than {Megabytes(maxLength)}, the limit here. Make it smaller or split it.", IsTooLarge: true);

    public static StoreResult.Refused NotWritten(Exception exception) => new(exception is IOException { HResult: NoSpaceOnUnix or QuotaOnUnix or NoSpaceOnWindows }
        ? "The disk of this Mosaic is full, so the file was not kept. Tell whoever runs it, then try again."
        : "The file could not be written to the disk of this Mosaic. Tell whoever runs it, then try again.");

    private static string Megabytes(long length) => (length / 1_048_576d).ToString("0.#", CultureInfo.InvariantCulture) + " MB";
}
