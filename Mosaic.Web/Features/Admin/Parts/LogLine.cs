using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Admin.Parts;

/// <summary>One line of a log, worded for the admin who reads it, so that it can go from the prerendered page into the circuit as it is.</summary>
public sealed record LogLine(Guid Id, string What, string Where, string When, string Timestamp, bool IsAlarming)
{
    public static LogLine Of(Person reader, Guid id, string what, string where, DateTimeOffset at, bool isAlarming = false) => new(
        id, what, where, reader.LocalTime(at).ToString("d MMM yyyy, HH:mm", reader.Culture), at.ToString("O", CultureInfo.InvariantCulture), isAlarming);
}
