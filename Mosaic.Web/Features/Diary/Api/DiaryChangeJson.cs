using System.ComponentModel;
using Mosaic.Data.Diary;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>What a program writes on the page of a day. What is left out stays; null takes a mood or a score off.</summary>
internal sealed record DiaryChangeJson
{
    [Description("The text, Markdown, at most 50,000 characters.")]
    public string? Summary { get; init; }

    [Description("The key of a mood.")]
    public Given<string?> MoodKey { get; init; }

    [Description("1 to 10.")]
    public Given<int?> MoodScore { get; init; }

    [Description("False hands the page back to the nights.")]
    public bool? IsLocked { get; init; }

    [Description("A draft is kept as it is.")]
    public bool Keep { get; init; }

    [Description("The revision it was made from; left out where it does not matter.")]
    public int? BaseRevision { get; init; }

    public DiaryEdit For(DateOnly date) => new(date, BaseRevision ?? 0)
    {
        Summary = Summary,
        MoodKey = MoodKey,
        MoodScore = MoodScore,
        IsLocked = IsLocked,
        Keeps = Keep,
        Overwrite = BaseRevision is null,
        Source = DiaryRevision.Api,
    };
}
