using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Parts;

public sealed partial class DirectionsDialog(DirectionService directions) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly string[] _lines = ["", "", ""];
    private readonly bool[] _typed = new bool[3];
    private string _said = "Reading the conversation for three directions. You can write your own meanwhile.";
    private string? _refusal;
    private bool _isProposing = true, _busy;

    /// <summary>Whose conversation it is.</summary>
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    /// <summary>An answer, beside which the new ones stand, or what the person said, which they answer.</summary>
    [Parameter, EditorRequired] public Guid MessageId { get; set; }

    /// <summary>Take the dialog away; the first of the new answers, or null where none is written.</summary>
    [Parameter, EditorRequired] public EventCallback<Guid?> OnDone { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var proposed = await directions.ProposeAsync(Person.Id, MessageId, _leaving.Token);
            for (var at = 0; at < Math.Min(_lines.Length, proposed?.Directions.Count ?? 0); at++)
                // What somebody wrote meanwhile stays theirs, even where they emptied it again.
                if (!_typed[at]) _lines[at] = proposed!.Directions[at];
            _said = proposed switch
            {
                null => "This message is gone. Close this and look at the conversation.",
                { IsOffline: true } => "Offered by the offline helper: the same for every conversation. Change them as you like.",
                _ => "Proposed after reading the conversation. Change them as you like.",
            };
        }
        catch (NpgsqlException)
        {
            _said = "The database does not answer, so nothing is proposed. Write your own.";
        }
        catch (OperationCanceledException)
        {
            // The dialog was closed meanwhile.
        }
        _isProposing = false;
    }

    private void Type(int at, ChangeEventArgs args) => (_lines[at], _typed[at]) = (args.Value?.ToString() ?? "", true);

    private async Task WriteAsync()
    {
        if (_busy) return;
        (_busy, _refusal) = (true, null);
        try
        {
            switch (await directions.WriteAsync(Person.Id, MessageId, _lines))
            {
                case ChatResult.Done done: await OnDone.InvokeAsync(done.MessageId); break;
                case ChatResult.Refused refused: _refusal = refused.Sentence; break;
                default: _refusal = "This message is gone. Close this and look at the conversation."; break;
            }
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer, so nothing is written. Try again in a moment.";
        }
        finally
        {
            _busy = false;
        }
    }
}
