using Microsoft.AspNetCore.Components;

namespace Mosaic.Web.Ui;

/// <summary>A task box was ticked or unticked in the browser.</summary>
public sealed class TaskToggleEventArgs : EventArgs
{
    /// <summary>The number of the box in its text, from 0.</summary>
    public int Index { get; set; }
}

[EventHandler("ontasktoggle", typeof(TaskToggleEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
