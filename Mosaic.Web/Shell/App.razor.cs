using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Shell;

/// <summary>The document around every page, in the theme of who is signed in. The tool speaks English whatever language somebody writes their dates in.</summary>
public sealed partial class App(CurrentUser currentUser)
{
    private Person? _person;
    private string _theme = "system";

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    private IComponentRenderMode? RenderMode => Http.AcceptsInteractiveRouting() ? Microsoft.AspNetCore.Components.Web.RenderMode.InteractiveServer : null;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _person = await currentUser.FindAsync(Http.RequestAborted);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            // The error page must come even when the database does not answer.
            _person = null;
        }
        _theme = _person?.Theme ?? "system";
    }
}
