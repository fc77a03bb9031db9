namespace Mosaic.Data.Chat;

/// <summary>How a prompt was filled: sizes and reasons, and no text, which would be a copy.</summary>
/// <param name="Budget">How many tokens there was room for.</param>
/// <param name="Parts">In the order in which the prompt says them.</param>
public sealed record MessageWindow(int Budget, IReadOnlyList<MessageWindowPart> Parts);
