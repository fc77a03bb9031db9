using System.Globalization;
using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Web.Features.Chat.Window;

/// <summary>
/// Chooses what of a chat goes into a prompt. Persona, question and the last messages always do; what room is left is shared among
/// memories, passages, summary and older messages, and what one kind does not need goes to the others. The same parts give the same window.
/// </summary>
public sealed class PromptWindow
{
    /// <summary>How many of the newest messages are always kept.</summary>
    public const int KeptMessages = 8;

    /// <summary>How much of the room that is left is set apart for a kind, in hundredths.</summary>
    private static readonly (WindowKind Kind, int Share)[] Shares = [(WindowKind.Summary, 15), (WindowKind.Message, 30), (WindowKind.Memory, 20), (WindowKind.Passage, 35)];

    private readonly List<WindowEntry> _included = [];
    private readonly List<DroppedPart> _dropped = [];
    private readonly Dictionary<WindowKind, List<Candidate>> _waiting;
    private readonly WindowParts _parts;
    private int _left;

    private PromptWindow(int budget, WindowParts parts)
    {
        (_left, _parts) = (budget, parts);
        _waiting = new()
        {
            [WindowKind.Summary] = Candidates(WindowKind.Summary, [parts.Summary]),
            // The newest come first here, as they are nearest.
            [WindowKind.Message] = [.. Enumerable.Reverse(Candidates(WindowKind.Message, parts.Messages).Where(message => message.Index < parts.Messages.Count - KeptMessages))],
            [WindowKind.Memory] = Candidates(WindowKind.Memory, parts.Memories),
            [WindowKind.Passage] = Candidates(WindowKind.Passage, parts.Passages),
        };
    }

    /// <summary>Never takes more than the budget, in tokens by estimate; a budget below 0 counts as 0. Parts without any text are passed over.</summary>
    public static FittedWindow Fit(int budget, WindowParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var window = new PromptWindow(Math.Max(0, budget), parts);
        window.TakeKept();
        window.TakeShares();
        window.TakeWhatFits();
        return new FittedWindow(
            Math.Max(0, budget),
            [.. window._included.OrderBy(entry => entry.Kind).ThenBy(entry => entry.Index)],
            [.. window._dropped.OrderBy(part => part.Kind).ThenBy(part => part.Index)]);
    }

    private static List<Candidate> Candidates(WindowKind kind, IReadOnlyList<string> texts) =>
        [.. texts.Select((text, index) => new Candidate(kind, index, text, TokenEstimate.Of(text))).Where(candidate => candidate.Tokens > 0)];

    // The question and the persona stand first, as they get what cannot be divided.
    private void TakeKept()
    {
        List<Candidate> kept =
        [
            .. Candidates(WindowKind.Question, [_parts.Question]),
            .. Candidates(WindowKind.Persona, [_parts.Persona]),
            .. Enumerable.Reverse(Candidates(WindowKind.Message, _parts.Messages).Where(message => message.Index >= _parts.Messages.Count - KeptMessages)),
        ];
        var shares = FairShares.Of(_left, [.. kept.Select(candidate => candidate.Tokens)]);
        for (var at = 0; at < kept.Count; at++)
        {
            if (shares[at] > 0) Include(kept[at], WindowCut.To(kept[at].Text, shares[at]));
            else Drop(kept[at], "There is not even room for what is always kept. Choose a model with a larger window.");
        }
    }

    private void TakeShares()
    {
        var room = _left;
        foreach (var (kind, share) in Shares)
        {
            var own = (int)((long)room * share / 100);
            var (left, isTorn) = (new List<Candidate>(), false);
            foreach (var candidate in _waiting[kind])
            {
                if (candidate.Tokens <= own && !isTorn)
                {
                    own -= candidate.Tokens;
                    Include(candidate, candidate.Text);
                    continue;
                }
                left.Add(candidate);
                isTorn = kind == WindowKind.Message;
            }
            _waiting[kind] = left;
        }
    }

    private void TakeWhatFits()
    {
        foreach (var (kind, _) in Shares)
        {
            var isTorn = false;
            foreach (var candidate in _waiting[kind])
            {
                if (isTorn) Drop(candidate, "It is older than a message for which there was no room.");
                else if (candidate.Tokens <= _left) Include(candidate, candidate.Text);
                else
                {
                    Drop(candidate, string.Create(CultureInfo.InvariantCulture, $"The window is full: it takes {candidate.Tokens} tokens, and {_left} were left."));
                    // A talk with holes misleads, so nothing older follows.
                    isTorn = kind == WindowKind.Message;
                }
            }
        }
    }

    private void Include(Candidate candidate, string text)
    {
        var tokens = TokenEstimate.Of(text);
        _left -= tokens;
        _included.Add(new WindowEntry(candidate.Kind, candidate.Index, text, tokens, candidate.Tokens));
    }

    private void Drop(Candidate candidate, string reason) => _dropped.Add(new DroppedPart(candidate.Kind, candidate.Index, candidate.Tokens, reason));

    private sealed record Candidate(WindowKind Kind, int Index, string Text, int Tokens);
}
