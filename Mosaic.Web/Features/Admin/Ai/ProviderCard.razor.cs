using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>The provider of one purpose: set it, try it.</summary>
public sealed partial class ProviderCard(AiProviderService service, CurrentUser currentUser) : IDisposable
{
    private const string Unreachable = "The database does not answer, so nothing was saved. Try again in a moment.";

    private readonly CancellationTokenSource _left = new();
    private ProviderForm _form = new();
    private FieldErrors _errors = new();
    private AiProviderState? _shown;
    private ProbeResult? _result;
    private string? _saved;
    private bool _busy, _testing, _failed;

    [Parameter, EditorRequired] public AiProviderState State { get; set; } = default!;

    /// <summary>The settings changed, or a test was made.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private string Use => State.Purpose switch
    {
        AiPurpose.Chat => "used for replies, diary, summaries and tags unless set apart below",
        AiPurpose.Embedding => "finds by meaning",
        _ => "set apart from Chat",
    };

    private string Offline => State.Purpose == AiPurpose.Embedding
        ? "The offline helper places texts by their words, on this machine. A model also knows what they mean."
        : "The offline helper answers by rules, on this machine, and says so. A model answers better; nothing needs one.";

    private string? ModelHint => _result is { Models: { Count: > 0 } models } ? $"{models.Count} on offer: type to choose." : null;

    private string? KeyHint => State.IsKeyLost ? "The one that was set cannot be read any more: enter it again."
        : AiPreset.All.FirstOrDefault(preset => preset.BaseUrl == _form.BaseUrl) is { WantsKey: false } ? "Not needed here." : "Encrypted, and never shown again.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (_shown == State) return;
        _shown = State;
        _form = ProviderForm.Of(State);
    }

    private void Fill(AiPreset preset)
    {
        _form.Fill(preset);
        (_errors, _result, _saved) = (new FieldErrors(), null, null);
    }

    private Task SaveAsync() => DoAsync(async (person, edit) =>
    {
        var result = await service.SaveAsync(person, State.Purpose, edit, _left.Token);
        _errors = result is AdminResult.Invalid invalid ? invalid.Errors : new FieldErrors();
        Say(result, "Saved. It holds from now on.");
        if (result is AdminResult.Done) await OnChanged.InvokeAsync();
    });

    private Task TestAsync() => DoAsync(async (person, edit) =>
    {
        _testing = true;
        StateHasChanged();
        _result = await service.TestAsync(person, State.Purpose, edit, _left.Token);
        if (_result.Dimensions is { } dimensions && _form.Dimensions.Length == 0) _form.Dimensions = dimensions.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await OnChanged.InvokeAsync();
    });

    private Task RemoveKeyAsync() => DoAsync(async (person, edit) =>
    {
        var result = await service.SaveAsync(person, State.Purpose, edit with { NewKey = "" }, _left.Token);
        Say(result, "The key is removed.");
        await OnChanged.InvokeAsync();
    });

    private Task RemoveAsync() => DoAsync(async (person, _) =>
    {
        await service.RemoveAsync(person, State.Purpose, _left.Token);
        await OnChanged.InvokeAsync();
    });

    private void Say(AdminResult result, string done)
    {
        _failed = result is not AdminResult.Done;
        _saved = result switch
        {
            AdminResult.Done => done,
            AdminResult.Invalid => "Nothing is saved yet: see what is marked.",
            _ => "You are no longer an admin, so nothing was saved.",
        };
    }

    private async Task DoAsync(Func<Guid, AiProviderEdit, Task> act)
    {
        if (_busy) return;
        (_busy, _saved, _result) = (true, null, null);
        try
        {
            _errors = new FieldErrors();
            var edit = _form.ToEdit(_errors);
            if (!_errors.Any) await act((await currentUser.GetAsync(_left.Token)).Id, edit);
        }
        catch (NpgsqlException)
        {
            (_saved, _failed) = (Unreachable, true);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            (_busy, _testing) = (false, false);
        }
    }

    private string Id(string part) => $"{State.Purpose.Key()}-{part}";

    private Dictionary<string, object> Described(string field, string part) => _errors[field] is null ? []
        : new() { ["aria-invalid"] = "true", ["aria-describedby"] = Ui.FormField.DescribedBy(Id(part)) };
}
