using System.Globalization;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>What is told below an answer: who wrote it if that was no model, what it took, and how it ended.</summary>
internal static class MessageFacts
{
    public static IEnumerable<string> Of(Message message, CultureInfo culture)
    {
        if (message.Provider == AiProviders.Offline) yield return OfflineHelper.Label;
        if (message.State == MessageState.Stopped) yield return "stopped";
        if (message.TokensUsed > 0) yield return $"{message.TokensUsed.ToString("N0", culture)} tokens";
        if (message.Metadata.Cost is > 0 and var cost) yield return $"costs {cost.ToString("0.####", culture)}";
        if (message.Metadata.TookMs is { } took) yield return $"{(took / 1000.0).ToString("0.0", culture)} s";
        if (message.IsForgotten) yield return "forgotten: bots do not read it";
    }
}
