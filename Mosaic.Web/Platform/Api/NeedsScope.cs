namespace Mosaic.Web.Platform.Api;

/// <summary>Which scope an operation asks for; <see cref="Any"/> takes every good credential. One that says nothing is closed to all.</summary>
public sealed record NeedsScope(string Scope)
{
    public const string Any = "";
}
