namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What several groups of words are about.</summary>
/// <param name="Hash">The feature that all words of the topic have.</param>
/// <param name="English">Its name as a tag.</param>
/// <param name="German">Its name as a tag, in German.</param>
internal sealed record Topic(ulong Hash, string English, string German);
