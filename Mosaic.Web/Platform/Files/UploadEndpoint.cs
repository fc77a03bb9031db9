using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Files;

/// <summary>Takes uploads as they stream in: the raw body with <c>?name=</c> (or a percent-encoded <c>X-File-Name</c>), or the first file of a multipart form.</summary>
internal static class UploadEndpoint
{
    /// <summary>What a multipart form adds around the file.</summary>
    private const long Wrapping = 64 * 1024;

    // A phone in a tunnel gets its time; whoever holds a connection open for nothing does not.
    private static readonly MinDataRate SlowestUpload = new(bytesPerSecond: 1_024, gracePeriod: TimeSpan.FromSeconds(20));

    public static async Task<Results<Created<UploadedFile>, ProblemHttpResult>> UploadAsync(
        HttpContext context, FileStore store, UploadLimit limit, bool? keepLocation, CancellationToken cancellationToken)
    {
        var (received, problem) = await ReceiveAsync(context, store, limit, new StoreOptions { KeepLocation = keepLocation is true }, cancellationToken);
        return received is null ? problem! : TypedResults.Created(FileUrls.Of(received.Resource.Id), UploadedFile.Of(received.Resource));
    }

    /// <summary>Stores the file of a request. Either of the answers is null.</summary>
    public static async Task<(Received? Received, ProblemHttpResult? Problem)> ReceiveAsync(
        HttpContext context, FileStore store, UploadLimit limit, StoreOptions options, CancellationToken cancellationToken)
    {
        var maxLength = Math.Min(await limit.GetAsync(cancellationToken), options.MaxLength ?? long.MaxValue);
        Widen(context, maxLength + Wrapping);
        try
        {
            if (await OpenAsync(context.Request, cancellationToken) is not { } upload) return (null, Problem(400, "The request holds no file."));
            options = options with { MaxLength = maxLength, DeclaredLength = upload.Length };
            return await store.StoreAsync(context.User.UserId(), upload.Name, upload.Bytes, options, cancellationToken) switch
            {
                StoreResult.Stored stored => (new Received(stored.Resource, await upload.ReadRestAsync(cancellationToken)), null),
                StoreResult.Refused refused => (null, Problem(refused.IsTooLarge ? 413 : 422, refused.Sentence)),
                _ => throw new InvalidOperationException("A result that nobody told of."),
            };
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException exception)
        {
            return (null, Problem(exception.StatusCode, exception.StatusCode == 413 ? $"The file is larger than {Math.Max(1, maxLength >> 20)} MB, the limit here." : "The upload broke off. Try again."));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UriFormatException)
        {
            return (null, Problem(400, "The upload broke off. Try again."));
        }
    }

    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> UploadPreviewAsync(
        Guid id, HttpContext context, FileStore store, PreviewStore previews, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(context.User.UserId(), id, cancellationToken) is not { } file) return TypedResults.NotFound();
        return await previews.SaveAsync(context.User.UserId(), file, context.Request.Body, cancellationToken)
            ? TypedResults.NoContent()
            : Problem(422, $"A preview is a JPEG or WebP of at most {PreviewStore.MaxLength / 1024} KB.");
    }

    private static void Widen(HttpContext context, long length)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = length;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = SlowestUpload;
    }

    private static async Task<Upload?> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new Upload(NameOf(request), request.Body, request.ContentLength, null);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary) return null;
        var form = new UploadForm(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 * 1024 });
        return await form.FindFileAsync(cancellationToken) is { FileStream: { } bytes } file
            ? new Upload(request.Query["name"].FirstOrDefault() ?? file.FileName, bytes, null, form)
            : null;
    }

    private static string NameOf(HttpRequest request) =>
        request.Query["name"].FirstOrDefault() ?? (request.Headers["X-File-Name"].FirstOrDefault() is { } encoded ? Uri.UnescapeDataString(encoded) : "");

    private static ProblemHttpResult Problem(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status, title: "The file was not kept.");

    /// <summary>A stored file, and what else its form said.</summary>
    internal sealed record Received(Resource Resource, IReadOnlyDictionary<string, string> Fields);

    private sealed record Upload(string Name, Stream Bytes, long? Length, UploadForm? Form)
    {
        public async Task<IReadOnlyDictionary<string, string>> ReadRestAsync(CancellationToken cancellationToken) =>
            Form is null ? new Dictionary<string, string>() : await Form.ReadFieldsAsync(cancellationToken);
    }
}
