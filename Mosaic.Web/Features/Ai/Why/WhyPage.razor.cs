using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Ai.Why;

/// <summary>Everything behind one answer, for the person it was made for.</summary>
public sealed partial class WhyPage(TurnInspector inspector, CurrentUser currentUser, NavigationManager navigation)
{
    private TurnStory? _story;
    private Person? _person;

    [Parameter] public Guid Id { get; set; }

    private bool IsOffline => _story!.Turn.Provider == AiProviders.Offline;

    private string Sentence => IsOffline
        ? $"The offline helper made this ({Purpose}), on this machine and by rules: no model was asked."
        : $"{_story!.Turn.Model} made this ({Purpose}), asked through {AiProviders.TitleOf(_story.Turn.Provider)}.";

    private string Purpose => (AiPurposes.Find(_story!.Turn.Purpose)?.Title() ?? _story.Turn.Purpose).ToLowerInvariant();

    private string NoPrompt => IsOffline ? "The offline helper reads the texts above as they are."
        : _story!.Turn.Purpose == AiPurpose.Embedding.Key() ? "Embeddings have no prompt: the model places the texts above."
        : "It is gone: after 90 days, or because a text in it was deleted or kept from AI.";

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var turn = _story!.Turn;
            yield return ("When", _person!.LocalTime(turn.CreatedAt).ToString("d MMM yyyy, HH:mm:ss", _person.Culture));
            yield return ("How it ended", turn.Outcome == TurnOutcome.Ok ? "well" : turn.Classification == "none" ? turn.Outcome : $"{turn.Outcome}: {turn.Classification}");
            if (!IsOffline)
            {
                yield return ("Tokens in / out", string.Create(CultureInfo.InvariantCulture, $"{turn.InputTokens:N0} / {turn.OutputTokens:N0}{(turn.IsEstimated ? ", estimated" : "")}"));
                if (turn.CachedTokens > 0) yield return ("Of these read before", turn.CachedTokens.ToString("N0", CultureInfo.InvariantCulture));
                yield return ("Cost", turn.Cost is { } cost ? cost.ToString("0.######", CultureInfo.InvariantCulture) : "no price is set");
            }
            if (turn.FirstTokenMs is { } first) yield return ("First word after", $"{first} ms");
            if (turn.LatencyMs is { } latency) yield return ("Whole answer after", $"{latency} ms");
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _person = await currentUser.GetAsync();
        _story = await inspector.FindAsync(_person.Id, Id);
        if (_story is null) navigation.NotFound();
    }

    private static IEnumerable<string> Details(TurnSource source)
    {
        if (source.Revision is { } revision) yield return $"revision {revision}";
        if (source.Score is { } score) yield return string.Create(CultureInfo.InvariantCulture, $"score {score:0.000}");
    }
}
