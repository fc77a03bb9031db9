using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Mosaic.Web.Shell;

public sealed partial class MainLayout(NavigationManager navigation)
{
    private ErrorBoundary? _boundary;
    private string _failedAt = "";

    private string Path => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];

    // Another page is another chance: a failure belongs to the address it happened at.
    protected override void OnParametersSet()
    {
        if (_failedAt != navigation.Uri) _boundary?.Recover();
        _failedAt = navigation.Uri;
    }

    private void Recover() => _boundary?.Recover();
}
