namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>What an import would do.</summary>
/// <param name="New">Chats that are not here yet.</param>
/// <param name="AlreadyThere">Chats that were imported before.</param>
/// <param name="Skipped">What is left out, and why.</param>
public sealed record ImportReport(IReadOnlyList<ReportedChat> New, IReadOnlyList<ReportedChat> AlreadyThere, IReadOnlyList<SkippedChat> Skipped);
