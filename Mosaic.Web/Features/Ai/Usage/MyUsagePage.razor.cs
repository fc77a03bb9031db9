using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Ai.Usage;

/// <summary>What AI took for one person.</summary>
public sealed partial class MyUsagePage(UsageReport report, CurrentUser currentUser, TimeProvider clock)
{
    private UsageView? _view;
    private Person? _person;
    private bool _failed;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _person = await currentUser.GetAsync();
            _view = await UsageView.ReadAsync(report, _person.Id, _person, clock.GetUtcNow());
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private static string TitleOf(TurnLine turn) => $"{AiPurposes.Find(turn.Purpose)?.Title() ?? turn.Purpose} by {(turn.Provider == AiProviders.Offline ? "the offline helper" : turn.Model)}";

    private string FactsOf(TurnLine turn) => string.Join(" · ", new[]
    {
        _person!.LocalTime(turn.CreatedAt).ToString("d MMM, HH:mm:ss", _person.Culture),
        turn.Provider == AiProviders.Offline ? null : $"{UsageWords.Number(turn.InputTokens)} / {UsageWords.Number(turn.OutputTokens)} tokens{(turn.IsEstimated ? ", estimated" : "")}",
        turn.LatencyMs is null ? null : UsageWords.Milliseconds(turn.LatencyMs),
        turn.Classification == "none" ? null : turn.Classification,
    }.OfType<string>());
}
