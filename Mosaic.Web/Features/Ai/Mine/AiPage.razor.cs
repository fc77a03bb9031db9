using System.Globalization;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;
using Npgsql;

namespace Mosaic.Web.Features.Ai.Mine;

/// <summary>What one person lets AI do, how it should sound, and how much it may take.</summary>
public sealed partial class AiPage(PersonAi people, AiBudgets budgets, AppSettingsReader settings, CurrentUser currentUser)
{
    private UserAiSettings? _wishes;
    private BudgetState? _budget;
    private AppSettings _house = new();
    private string _daily = "", _monthly = "";
    private string? _said;
    private bool _failed, _refused, _busy;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var person = await currentUser.GetAsync();
            _house = await settings.GetAsync();
            _wishes = await people.FindAsync(person.Id);
            _budget = await budgets.FindAsync(person.Id);
            (_daily, _monthly) = (Text(_wishes.DailyTokens), Text(_wishes.MonthlyTokens));
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private async Task SaveAsync()
    {
        if (_busy || _wishes is null) return;
        _busy = true;
        try
        {
            (_wishes.DailyTokens, _wishes.MonthlyTokens) = (Number(_daily), Number(_monthly));
            var refusal = await people.SaveAsync(_wishes);
            _refused = refusal is not null;
            _said = refusal ?? "Saved. It holds for the next memo.";
            if (!_refused) _budget = await budgets.FindAsync(_wishes.UserId);
        }
        catch (NpgsqlException)
        {
            (_refused, _said) = (true, "The database does not answer, so nothing was saved. Try again in a moment.");
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Limit(long house) => house == 0 ? "Empty is no limit." : string.Create(CultureInfo.InvariantCulture, $"The house allows {house:N0}; empty is that.");

    private static string Text(long number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is no number is refused by the rules as a negative one.</summary>
    private static long Number(string? text) => string.IsNullOrWhiteSpace(text) ? 0
        : long.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
