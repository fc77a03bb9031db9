namespace Mosaic.Web.Platform.Api.Idempotency;

/// <summary>The id of what a request makes.</summary>
internal sealed record ObjectIds(Guid ObjectId)
{
    /// <summary>The same at each try of a request with an <c>Idempotency-Key</c>, else a new one. Ask once a request.</summary>
    public static Guid NewObjectId(HttpContext http) => http.Features.Get<ObjectIds>()?.ObjectId ?? Guid.CreateVersion7();
}
