using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Memos;

/// <summary>People as pages know them.</summary>
internal static class MemoPeople
{
    public static Person Of(Guid id, string zone = "UTC") =>
        new(id, "ada", "Ada", null, TimeZoneInfo.FindSystemTimeZoneById(zone), new(4, 0), CultureInfo.GetCultureInfo("en"), "light", false);
}
