namespace Mosaic.Web.Features.Diary.Parts;

/// <summary>What is said of a memo that a page was made of.</summary>
internal static class SourceWords
{
    public static string Of(SourceState state) => state switch
    {
        SourceState.There => "opens the memo this came from",
        SourceState.Changed => "was changed after this was written.",
        SourceState.KeptFromAi => "is kept from AI since.",
        SourceState.InTrash => "is in the trash.",
        _ => "was deleted.",
    };
}
