using System.Text;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Search.Ask.Dates;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>A question, its answer as it comes, and the passages it is made of. A model is asked when a person says so, never by an address alone.</summary>
public sealed partial class AskPage(AskService asks, CurrentUser currentUser, NavigationManager navigation, TimeProvider clock) : IDisposable
{
    /// <summary>Browsers and servers cut longer addresses.</summary>
    private const int LongestAddress = 4_000;

    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(80);

    private readonly StringBuilder _heard = new();
    private Person? _person;
    private string _question = "";
    private string? _refusal;
    private bool _anyTime, _wasAsked;
    private (string? Question, bool AnyTime) _inAddress;
    private AskPhase _phase;
    private AskedTime? _named;
    private AskReading? _reading;
    private AskAnswer? _answer;
    private CancellationTokenSource? _asking;

    [SupplyParameterFromQuery(Name = "q")] private string? Asked { get; set; }

    /// <summary><c>any</c> leaves days in the question aside.</summary>
    [SupplyParameterFromQuery(Name = "when")] private string? When { get; set; }

    private bool IsAsking => _phase is AskPhase.Looking or AskPhase.Answering;

    private string SourcesTitle => _answer switch
    {
        { IsRefused: true } => "What came nearest",
        { NamesNoSource: true } or { Text.Length: 0 } => "What was found",
        null => "What was found",
        _ => "Sources",
    };

    public void Dispose() => End();

    protected override async Task OnParametersSetAsync()
    {
        if (_inAddress != (Asked, When == "any")) Adopt();
        _person ??= await currentUser.GetAsync();
        _named = Understand();
    }

    /// <summary>Another question by its address: it stands in the box, and nobody is asked yet.</summary>
    private void Adopt()
    {
        End();
        _inAddress = (Asked, When == "any");
        (_question, _anyTime) = (Asked is { Length: > AskService.MaxLength } ? Asked[..AskService.MaxLength] : Asked ?? "", When == "any");
        (_phase, _wasAsked, _reading, _answer, _refusal) = (AskPhase.Waiting, _question.Length > 0, null, null, null);
    }

    private Task AskAsync() => AskAsync(anyTime: _anyTime && _question == _inAddress.Question);

    private Task AskExampleAsync(string question)
    {
        _question = question;
        return AskAsync(anyTime: false);
    }

    private async Task AskAsync(bool anyTime)
    {
        _question = _question.Replace("\0", "", StringComparison.Ordinal).Trim();
        _refusal = _question.Length == 0 ? "Write a question first." : _question.Length > AskService.MaxLength ? "A question has at most 2,000 characters. Shorten it, then ask again." : null;
        if (_refusal is not null) return;
        _person ??= await currentUser.GetAsync();
        End();
        var asking = _asking = new CancellationTokenSource();
        (_phase, _anyTime, _reading, _answer, _wasAsked) = (AskPhase.Looking, anyTime, null, null, true);
        _named = Understand();
        _heard.Clear();
        Remember();
        try
        {
            await AnswerAsync(asking);
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            // Whatever came meanwhile is another question's.
            if (_asking == asking) _phase = AskPhase.Stopped;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            if (_asking == asking) _phase = AskPhase.Failed;
        }
    }

    private async Task AnswerAsync(CancellationTokenSource asking)
    {
        var reading = await asks.ReadAsync(_person!, _question, _anyTime, asking.Token);
        if (_asking != asking) return;
        (_reading, _phase) = (reading, AskPhase.Answering);
        StateHasChanged();
        var drawn = DateTimeOffset.MinValue;
        var answer = await asks.AnswerAsync(reading, piece => _ = InvokeAsync(() =>
        {
            if (_asking != asking || _phase != AskPhase.Answering) return;
            _heard.Append(piece);
            if (clock.GetUtcNow() - drawn < DrawEvery) return;
            drawn = clock.GetUtcNow();
            StateHasChanged();
        }), asking.Token);
        if (_asking == asking) (_answer, _phase) = (answer, AskPhase.Done);
    }

    /// <summary>Also where it is left aside, to say so.</summary>
    private AskedTime? Understand() => _person is null || _question.Length == 0 ? null : DatePhrases.Find(_question, _person.DayOf(clock.GetUtcNow()));

    private void Remember()
    {
        var question = Uri.EscapeDataString(_question).Length <= LongestAddress ? _question : null;
        if (_inAddress == (question, _anyTime)) return;
        _inAddress = (question, _anyTime);
        navigation.NavigateTo(navigation.GetUriWithQueryParameters("ask", new Dictionary<string, object?> { ["q"] = question, ["when"] = _anyTime ? "any" : null }));
    }

    private void Stop() => _asking?.Cancel();

    private void End()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }
}
