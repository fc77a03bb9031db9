namespace Mosaic.Web.Features.Diary.Api;

/// <summary>Pages of some days, oldest first.</summary>
internal sealed record DiaryListJson(IReadOnlyList<DiaryJson> Items);
