using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mosaic.Web.Ui;

/// <summary>
/// A field for texts of many thousand characters. What is written stays in the browser until it settles or the field is left, and then comes by a
/// stream, since a message of the circuit holds 32 KB only. Drawn again it keeps its caret: the element is made anew only when the text is another
/// one than was written in it. Tests set up the module <see cref="Module"/> and answer its <c>read</c>.
/// </summary>
public sealed partial class LongText(IJSRuntime runtime) : ComponentBase
{
    /// <summary>The address of its script.</summary>
    public const string Module = "./Ui/LongText.razor.js";

    /// <summary>Of a character; and the sign that goes before the text, since a stream cannot be empty.</summary>
    private const int MostBytes = 3, SignBytes = 1;

    private readonly CancellationTokenSource _gone = new();
    private string _drawn = "", _known = "";
    private int _drawing, _attached = -1;
    private ElementReference _element;
    private IJSObjectReference? _module;
    private DotNetObjectReference<LongText>? _self;

    /// <summary>The name of the field.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The id of the element.</summary>
    [Parameter] public string Id { get; set; } = UniqueId.Next("long-text");

    [Parameter] public string Text { get; set; } = "";

    /// <summary>Called when what was written has come to the server.</summary>
    [Parameter] public EventCallback<string> TextChanged { get; set; }

    /// <summary>In characters.</summary>
    [Parameter] public int MaxLength { get; set; } = 20_000;

    [Parameter] public int Rows { get; set; } = 4;

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>Stands below, for all to read.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is said of the text's length, such as <c>312 tokens</c>.</summary>
    [Parameter] public Func<string, string>? Count { get; set; }

    /// <summary>Added to the field's own.</summary>
    [Parameter] public string? Class { get; set; }

    [CascadingParameter] private LongTexts? Form { get; set; }

    /// <summary>Fetches what is in the field now, and tells who listens if it is new. Call it before the text is used.</summary>
    public async Task ReadAsync()
    {
        if (_module is null || _attached != _drawing) return;
        string text;
        try
        {
            await using var reference = await _module.InvokeAsync<IJSStreamReference?>("read", _gone.Token, Id);
            if (reference is null) return;
            await using var stream = await reference.OpenReadStreamAsync((MaxLength * (long)MostBytes) + SignBytes, _gone.Token);
            using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
            text = (await reader.ReadToEndAsync(_gone.Token))[SignBytes..];
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser left meanwhile, with what was in the field.
            return;
        }
        if (text == _known) return;
        _known = Text = text;
        await TextChanged.InvokeAsync(text);
    }

    /// <summary>The browser says that the text has settled.</summary>
    [JSInvokable]
    public async Task ChangedAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Form?.Remove(this);
        await _gone.CancelAsync();
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and the module with it.
        }
        _self?.Dispose();
        _gone.Dispose();
    }

    protected override void OnInitialized() => Form?.Add(this);

    protected override void OnParametersSet()
    {
        if (Text == _known && _drawing > 0) return;
        (_drawn, _known) = (Text, Text);
        _drawing++;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_attached == _drawing) return;
        var drawing = _drawing;
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", _gone.Token, Module);
            _self ??= DotNetObjectReference.Create(this);
            await _module.InvokeVoidAsync("attach", _gone.Token, _element, _self);
            _attached = drawing;
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The field or its browser left before its script had come.
        }
    }
}
