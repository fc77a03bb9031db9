namespace Mosaic.Data.Chat;

/// <summary>What has come so far of an answer that is being written.</summary>
/// <param name="MessageId">The answer.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Writer">The run that writes it.</param>
/// <param name="Content">Null where nothing new has come: what is kept stays.</param>
public sealed record GrowingText(Guid MessageId, Guid UserId, Guid Writer, string? Content);
