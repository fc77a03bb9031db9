using System.Globalization;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>How a revision is spoken of.</summary>
public static class RevisionWords
{
    public static string MadeBy(RevisionLine line) => line.Source switch
    {
        RevisionSource.Restore when line.RestoredFrom is { } from => $"Restored from {from}",
        RevisionSource.Restore => "Restored",
        RevisionSource.Import => "Import",
        RevisionSource.Api => "API",
        _ => "You",
    };

    /// <summary>How much longer or shorter the text became, in characters; the length itself for the first one.</summary>
    public static string Growth(int length, int? before, CultureInfo culture) => before is not { } old
        ? string.Create(culture, $"{length:N0} {(length == 1 ? "character" : "characters")}")
        : (length - old) switch
        {
            0 => "same length",
            > 0 and var more => string.Create(culture, $"+{more:N0}"),
            var less => string.Create(culture, $"−{-less:N0}"),
        };

    public static string Time(RevisionLine line, Person person) => person.ShortTime(line.CreatedAt);
}
