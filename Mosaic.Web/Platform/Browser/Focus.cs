using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mosaic.Web.Platform.Browser;

public static class Focus
{
    /// <summary>Gives an element the focus, if it is still there.</summary>
    public static async Task FocusIfThereAsync(this ElementReference element, bool preventScroll = false)
    {
        try
        {
            await element.FocusAsync(preventScroll);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // Drawn anew or left meanwhile: whoever drew it decides where the focus is.
        }
    }
}
