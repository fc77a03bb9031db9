namespace Mosaic.Web.Features.Admin.Parts;

/// <summary>The three states of a list: still loading, failed, or there.</summary>
internal enum Loaded
{
    Loading,
    Failed,
    Yes,
}
