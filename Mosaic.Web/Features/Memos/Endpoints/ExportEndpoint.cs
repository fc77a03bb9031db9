using System.Globalization;
using System.IO.Compression;
using System.Security.Claims;
using System.Text;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Memos.Endpoints;

/// <summary>Selected memos as a zip of Markdown files with their attachments, streamed.</summary>
internal static class ExportEndpoint
{
    private const int MostMemos = 1_000;

    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/memos/export", ExportAsync);

    private static async Task<IResult> ExportAsync(
        string ids, ClaimsPrincipal principal, MemoService memos, FileStore files, People people, HttpResponse response, CancellationToken cancellationToken)
    {
        var wanted = ids.Split(',').Take(MostMemos).Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var found = new List<MemoCard>();
        foreach (var id in wanted)
            if (await memos.FindAsync(principal.UserId(), id, cancellationToken) is { } memo) found.Add(memo);
        if (found.Count == 0) return TypedResults.NotFound();

        var person = (await people.FindAsync(principal.UserId(), cancellationToken))!;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = "attachment; filename=\"mosaic-memos.zip\"";
        await using var zip = await ZipArchive.CreateAsync(response.BodyWriter.AsStream(), ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        foreach (var memo in found) await WriteAsync(zip, person, memo, files, cancellationToken);
        return Results.Empty;
    }

    private static async Task WriteAsync(ZipArchive zip, Person person, MemoCard memo, FileStore files, CancellationToken cancellationToken)
    {
        var name = $"{person.LocalTime(memo.CreatedAt).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}-{memo.Id.ToString("N")[^8..]}";
        await using (var text = new StreamWriter(await zip.CreateEntry($"{name}.md").OpenAsync(cancellationToken)))
            await text.WriteAsync(MemoMarkdown.Of(memo).AsMemory(), cancellationToken);
        foreach (var file in memo.Files)
        {
            if (await files.FindAsync(person.Id, file.Id, cancellationToken) is not { } stored) continue;
            await using (var content = files.Open(stored))
            await using (var entry = await zip.CreateEntry($"attachments/{name}/{file.Id:N}{Path.GetExtension(file.Filename)}", CompressionLevel.NoCompression).OpenAsync(cancellationToken))
                await content.CopyToAsync(entry, cancellationToken);
        }
    }
}
