using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>A conversation of one's own as a file: its open path as Markdown, or all of its tree as JSON.</summary>
internal static class ExportEndpoints
{
    private const int LongestName = 60;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapChatExport(this IEndpointRouteBuilder routes) => routes.MapGet("/chat/{id:guid}/export", ExportAsync).RequireAuthorization();

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> ExportAsync(
        Guid id, HttpContext http, ClaimsPrincipal user, People people, ChatExportService exports, CancellationToken cancellationToken, string format = "md")
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        switch (format)
        {
            case "md" when await people.FindAsync(user.UserId(), cancellationToken) is { } person && await exports.MarkdownAsync(person, id, cancellationToken) is var (title, text):
                return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"{FileNameOf(title)}.md");
            case "json" when await exports.TreeAsync(user.UserId(), id, cancellationToken) is var (title, chat):
                return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(chat, Json), "application/json", $"{FileNameOf(title)}.json");
            case "md" or "json":
                return TypedResults.NotFound();
            default:
                return TypedResults.Problem("Ask for format=md or format=json.", statusCode: StatusCodes.Status400BadRequest, title: "There is no such format.");
        }
    }

    /// <summary>The title with a dash for whatever a disk or a header may take amiss.</summary>
    private static string FileNameOf(string title)
    {
        var kept = string.Concat(title.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) ? rune.ToString() : "-"));
        var words = string.Join('-', kept.Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestName) words = words[..(char.IsHighSurrogate(words[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return words.Length > 0 ? words : "conversation";
    }
}
