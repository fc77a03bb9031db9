using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Recall;

/// <summary>A text that a bot has in mind for an answer.</summary>
/// <param name="Source">What it is, for lists and citations.</param>
/// <param name="Text">As the prompt has it.</param>
/// <param name="ReadIds">Memos and documents that it may hold pieces of.</param>
internal sealed record RecalledText(MessageSource Source, string Text, IReadOnlyList<Guid> ReadIds);
