namespace Mosaic.Web.Platform.Api;

/// <summary>
/// Some operations of the HTTP API, declared next to the slice they belong to. Found by itself: a class that implements this is on the
/// network, in the OpenAPI document, under the limits, and walked by the tests of access and of bad input.
/// </summary>
public interface IApiGroup
{
    /// <summary>Below <c>/api/v1</c>, such as <c>/memos</c>.</summary>
    string Address { get; }

    /// <summary>The heading in the documentation.</summary>
    string Title { get; }

    void Map(RouteGroupBuilder group);
}
