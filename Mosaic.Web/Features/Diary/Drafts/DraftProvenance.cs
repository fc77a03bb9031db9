using System.Text.Json;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Where the sentences of a draft came from, as it is kept beside its text.</summary>
/// <param name="Paragraphs">The sentences, with their memos.</param>
/// <param name="Note">Why the offline helper stepped in for a provider.</param>
public sealed record DraftProvenance(IReadOnlyList<DraftParagraph> Paragraphs, string? Note = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Null where nothing is kept.</summary>
    public static DraftProvenance? Of(string? json) => json is null ? null : JsonSerializer.Deserialize<DraftProvenance>(json, JsonSerializerOptions.Web);
}
