using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Takes an export of chats as a form with a file, from whoever is signed in. With <c>dryRun</c> it says what would be done and does nothing.</summary>
internal static class ImportEndpoints
{
    /// <summary>What a form takes beside its file, in bytes.</summary>
    private const int FormOverhead = 64 << 10;

    // The page at the same address takes forms too, and this one has to come before it.
    public static void MapChatImport(this IEndpointRouteBuilder routes) => routes.MapPost("/chat/import", ImportAsync).RequireAuthorization()
        .RequireRateLimiting(RateLimits.Uploads).WithMetadata(new RequestSizeLimitAttribute(ChatImports.MaxBytes + FormOverhead)).WithOrder(-1);

    private static async Task<Results<Ok<ImportReport>, Ok<ImportOutcome>, NotFound, ProblemHttpResult>> ImportAsync(
        IFormFile file, ClaimsPrincipal user, ChatImportService imports, [FromForm] Guid? botId = null, [FromQuery] bool dryRun = false, CancellationToken cancellationToken = default)
    {
        await using var stream = file.OpenReadStream();
        switch (await ChatImports.ReadAsync(stream, file.FileName, cancellationToken))
        {
            case ChatImport.Read read when dryRun:
                return TypedResults.Ok(await imports.ReportAsync(user.UserId(), read, cancellationToken));
            case ChatImport.Read read:
                return await imports.ImportAsync(user.UserId(), read, botId, cancellationToken: cancellationToken) is { } outcome ? TypedResults.Ok(outcome) : TypedResults.NotFound();
            case ChatImport.Refused refused:
                return TypedResults.Problem(refused.Sentence, statusCode: StatusCodes.Status422UnprocessableEntity, title: "This file is refused.");
            default:
                return TypedResults.NotFound();
        }
    }
}
