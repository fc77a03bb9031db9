using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.CheckIns;

/// <summary>How a check-in ended: one of both is set.</summary>
public sealed record CheckInResult(MoodEntry? Entry, string? Refusal);
