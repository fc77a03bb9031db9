using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>A message as a prompt may have it.</summary>
/// <param name="Message">As it is kept.</param>
/// <param name="Text">What a model reads of it.</param>
/// <param name="IsOwn">The bot that answers said it.</param>
internal sealed record ReadMessage(Message Message, string Text, bool IsOwn);
