namespace Mosaic.Web.Platform.Markdown;

/// <summary>Task boxes, <c>- [ ] like this</c>, counted from 0 in the order they stand in the text.</summary>
public static class TaskSyntax
{
    /// <summary>The text with one box ticked or unticked, or null when the text holds no such box.</summary>
    public static string? Toggle(string text, int index)
    {
        var places = MarkdownOutline.Of(text).TaskPlaces;
        if (index < 0 || index >= places.Count) return null;
        var mark = places[index] + 1;
        return string.Concat(text.AsSpan(0, mark), text[mark] == ' ' ? "x" : " ", text.AsSpan(mark + 1));
    }
}
