using Mosaic.Data.Chat;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Chat.Group;

/// <summary>Says which bot speaks next.</summary>
internal static class TurnRules
{
    /// <summary>How near to its interests a text must be for a bot to join in unasked.</summary>
    public const float LeastInterest = 0.12f;

    /// <summary>Null where nobody does, or as many have spoken in a row as may.</summary>
    /// <param name="settings">The rule and the cap.</param>
    /// <param name="voices">Who takes part, in order.</param>
    /// <param name="said">What the person said last, and what bots said since, oldest first.</param>
    public static Guid? Next(ConversationSettings settings, IReadOnlyList<TurnVoice> voices, IReadOnlyList<SaidTurn> said)
    {
        var spoken = said.Skip(1).Select(turn => turn.BotId).OfType<Guid>().ToList();
        if (said.Count == 0 || voices.Count == 0 || spoken.Count >= settings.BotTurns) return null;
        if (voices.Count == 1) return spoken.Count == 0 ? voices[0].BotId : null;
        return settings.Turns switch
        {
            TurnRule.Mention => Named(voices, said) ?? (spoken.Count == 0 ? First(voices) : null),
            TurnRule.InTurn => Named(voices, said.Take(1)) is { } named && spoken.Count == 0 ? named : voices.FirstOrDefault(voice => voice.AutoRespond && !spoken.Contains(voice.BotId))?.BotId,
            TurnRule.Interest => Named(voices, said) ?? Nearest(voices, said, spoken),
            _ => null,
        };
    }

    private static Guid? First(IReadOnlyList<TurnVoice> voices) => voices.FirstOrDefault(voice => voice.AutoRespond)?.BotId;

    /// <summary>Who was called and has not spoken since, in the order of the calls.</summary>
    private static Guid? Named(IReadOnlyList<TurnVoice> voices, IEnumerable<SaidTurn> said)
    {
        var waiting = new List<Guid>();
        foreach (var turn in said)
        {
            if (turn.BotId is { } speaker) waiting.Remove(speaker);
            waiting.AddRange(voices.Where(voice => voice.BotId != turn.BotId && !waiting.Contains(voice.BotId) && MentionCondition.IsNamed(voice.Name, turn.Text))
                .OrderBy(voice => turn.Text.IndexOf('@' + voice.Name, StringComparison.OrdinalIgnoreCase)).Select(voice => voice.BotId));
        }
        return waiting.Count > 0 ? waiting[0] : null;
    }

    /// <summary>To the person somebody answers in any case; to a bot only who has something to say about it.</summary>
    private static Guid? Nearest(IReadOnlyList<TurnVoice> voices, IReadOnlyList<SaidTurn> said, List<Guid> spoken)
    {
        var text = OfflineEmbedding.Embed(said[^1].Text);
        var ranked = voices.Where(voice => voice.AutoRespond && !spoken.Contains(voice.BotId))
            .Select(voice => (voice.BotId, Nearness: OfflineEmbedding.Likeness(OfflineEmbedding.Embed(voice.Interests), text))).OrderByDescending(voice => voice.Nearness).ToList();
        return ranked.Count > 0 && (spoken.Count == 0 || ranked[0].Nearness >= LeastInterest) ? ranked[0].BotId : null;
    }
}
