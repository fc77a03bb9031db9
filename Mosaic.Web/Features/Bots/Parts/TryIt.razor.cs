using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Web.Features.Bots.Editor;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Rehearsal;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Ui;
using Npgsql;

namespace Mosaic.Web.Features.Bots.Parts;

/// <summary>Talks with a bot that is still a form. The greeting is shown and is no turn: what goes to the model begins with the person.</summary>
public sealed partial class TryIt(BotRehearsal rehearsal, MarkdownRenderer markdown, TimeProvider clock, IJSRuntime runtime) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(80);

    private readonly List<AiTurn> _said = [];
    private readonly Dictionary<int, Rehearsed> _by = [];
    private readonly StringBuilder _heard = new();
    private ElementReference _element;
    private PartScript? _script;
    private string _message = "";
    private string? _trouble;
    private bool _isAnswering;
    private CancellationTokenSource? _asking;

    [Parameter, EditorRequired] public BotForm Form { get; set; } = default!;
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;
    [Parameter, EditorRequired] public LongTexts Texts { get; set; } = default!;

    /// <summary>The picture of the bot, if it has one.</summary>
    [Parameter] public Guid? Picture { get; set; }

    private MarkdownRenderer Markdown => markdown;

    private string Name => Form.Name.Trim() is { Length: > 0 } name ? name : "the bot";

    private string Greeting => CardMacros.Fill(Form.Greeting, Name, Person.ShownName).Trim();

    public async ValueTask DisposeAsync()
    {
        End();
        if (_script is not null) await _script.DisposeAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await (_script = new PartScript(runtime, "./Features/Bots/Parts/TryIt.razor.js")).AttachAsync(_element);
    }

    private Task SendAsync()
    {
        var message = _message.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (_isAnswering || message.Length is 0 or > BotRehearsal.MaxLength) return Task.CompletedTask;
        // What got no answer is asked anew, in other words.
        if (_said is [.., { IsPerson: true }]) _said.RemoveAt(_said.Count - 1);
        _said.Add(new AiTurn(true, message));
        _message = "";
        return AnswerAsync();
    }

    private Task RetryAsync() => _isAnswering || _said is not [.., { IsPerson: true }] ? Task.CompletedTask : AnswerAsync();

    private async Task AnswerAsync()
    {
        End();
        var asking = _asking = new CancellationTokenSource();
        (_isAnswering, _trouble) = (true, null);
        _heard.Clear();
        var drawn = DateTimeOffset.MinValue;
        try
        {
            await Texts.ReadAsync();
            var answer = await rehearsal.AnswerAsync(Person, BotRules.Clean(Form.ToSheet()), [.. _said], piece => new ValueTask(InvokeAsync(() =>
            {
                if (_asking != asking) return;
                _heard.Append(piece);
                if (clock.GetUtcNow() - drawn < DrawEvery) return;
                drawn = clock.GetUtcNow();
                StateHasChanged();
            })), asking.Token);
            if (_asking == asking) Keep(answer);
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            // Whatever came meanwhile is another answer's, or of a conversation that is over.
            if (_asking == asking) Keep(new Rehearsed(_heard.ToString(), _heard.Length == 0 ? "Stopped before an answer came." : null));
        }
        catch (NpgsqlException)
        {
            if (_asking == asking) _trouble = "The database does not answer. Try again in a moment.";
        }
        finally
        {
            if (_asking == asking) _isAnswering = false;
        }
    }

    private void Keep(Rehearsed answer)
    {
        _trouble = answer.Trouble;
        // What broke off is asked again, not built upon.
        if (answer.Trouble is not null) return;
        _by[_said.Count] = answer;
        _said.Add(answer.AsTurn);
    }

    private void Stop() => _asking?.Cancel();

    private void StartOver()
    {
        End();
        (_isAnswering, _trouble, _message) = (false, null, "");
        _said.Clear();
        _by.Clear();
    }

    private void End()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }
}
