namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A paragraph, heading, list item or cell as plain text, with its line breaks.</summary>
internal sealed record OfflineBlock(string Text, bool IsHeading);
