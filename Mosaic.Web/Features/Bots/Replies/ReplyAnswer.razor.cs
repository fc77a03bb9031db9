using Microsoft.AspNetCore.Components;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Bots.Replies;

public sealed partial class ReplyAnswer : IDisposable
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(80);

    private IDisposable? _growth, _news;
    private string _heard = "";
    private bool _drawing;

    [Inject] private ReplyService Replies { get; set; } = default!;
    [Inject] private GrowingTexts Texts { get; set; } = default!;
    [Inject] private Live Live { get; set; } = default!;
    [Inject] private MarkdownRenderer Markdown { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    [Parameter, EditorRequired] public ReplyCard Reply { get; set; } = default!;
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    /// <summary>AI may read the memo, so that more can be asked about it.</summary>
    [Parameter] public bool CanAsk { get; set; }

    /// <summary>Nothing was said after it: here one goes on talking.</summary>
    [Parameter] public bool IsLast { get; set; }

    /// <summary>The person wants to say something to it.</summary>
    [Parameter] public EventCallback OnAsk { get; set; }

    private string Text => Reply.IsWriting ? _heard : Reply.Content;

    private string Linked => Reply.IsWriting ? Text
        : CitationRule.Link(Text, number => number <= Reply.Recalled.Count ? Reply.Recalled[number - 1].Address : "#", quotesAreData: IsOffline);

    private bool IsOffline => Reply.Provider == AiProviders.Offline;

    private string By => Reply.State switch
    {
        ReplyState.Stopped => "stopped",
        ReplyState.Failed => "",
        _ => IsOffline ? OfflineHelper.Label : "",
    };

    protected override void OnParametersSet()
    {
        if (!Reply.IsWriting) Leave();
        else if (_growth is null && RendererInfo.IsInteractive) Follow();
        else if (_growth is null) _heard = Reply.AnswerCount == 0 ? Reply.Content : "";
    }

    /// <summary>Here piece by piece as it is written; what another process writes, as often as it tells.</summary>
    private void Follow()
    {
        _heard = Texts.Find(Reply.Id) ?? (Reply.AnswerCount == 0 ? Reply.Content : "");
        _growth = Texts.Subscribe(Reply.Id, text => _ = InvokeAsync(() => DrawAsync(text)));
        _news = Live.Subscribe(Topics.Replies(Person.Id), message => message.Payload != Reply.Id.ToString() || Texts.Find(Reply.Id) is not null ? Task.CompletedTask
            : InvokeAsync(async () =>
            {
                if (await Replies.FindAsync(Person.Id, Reply.Id) is { IsWriting: true } now) await DrawAsync(now.Content);
            }));
    }

    /// <summary>Not with every word: one that comes while another is being drawn is drawn with the next.</summary>
    private async Task DrawAsync(string text)
    {
        _heard = text;
        if (_drawing || !Reply.IsWriting) return;
        _drawing = true;
        await Task.Delay(DrawEvery);
        _drawing = false;
        if (_growth is not null) StateHasChanged();
    }

    private async Task StopAsync()
    {
        if (!await Replies.StopAsync(Person.Id, Reply.Id)) Toasts.Show("It has ended already.");
    }

    private async Task AgainAsync()
    {
        if (await Replies.AgainAsync(Person.Id, Reply.Id) is ReplyResult.Refused refused) Toasts.Show(refused.Sentence);
    }

    private Task<bool> ShowAsync(int number) => Replies.ShowAsync(Person.Id, Reply.Id, number);

    private void Leave()
    {
        _growth?.Dispose();
        _news?.Dispose();
        (_growth, _news, _heard) = (null, null, "");
    }

    public void Dispose() => Leave();
}
