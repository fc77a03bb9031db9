using System.Globalization;
using Mosaic.Web.Features.Diary.Days;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>Days as addresses write them.</summary>
internal static class DiaryAddress
{
    /// <summary>False for what is no day of a diary.</summary>
    public static bool TryRead(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date >= DiaryDays.Earliest && date <= DiaryDays.Latest;

    public static string Of(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"/diary/{date:yyyy-MM-dd}");
}
