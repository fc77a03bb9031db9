using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>
/// Sends a page the growth of an answer as events of the server, beside the circuit and without it: it may begin at any time, in any tab, and
/// goes on when the circuit breaks. What is sent is what is new.
/// </summary>
internal static class GrowthEndpoint
{
    /// <summary>How often what another process writes is looked at.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static void MapGrowth(this IEndpointRouteBuilder routes) => routes.MapGet("/chat/messages/{id:guid}/growth", ShowAsync).RequireAuthorization();

    private static async Task ShowAsync(Guid id, HttpContext http, ClaimsPrincipal user, GrowingAnswers answers, IDbContextFactory<MosaicDb> databases, IHostApplicationLifetime life)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var userId = user.UserId();
        if (await ReadAsync(databases, userId, id, ended.Token) is not { } message)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        try
        {
            var stream = new GrowthStream(http.Response);
            await stream.BeginAsync(ended.Token);
            if (answers.Find(id) is { } answer) await stream.FollowAsync(answer, ended.Token);
            else if (message.State == MessageState.Streaming) await FollowElsewhereAsync(databases, userId, message, stream, ended.Token);
            await stream.EndAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or the server ends.
        }
    }

    /// <summary>Another process writes it; the database has what came a second ago.</summary>
    private static async Task FollowElsewhereAsync(IDbContextFactory<MosaicDb> databases, Guid userId, Shown message, GrowthStream stream, CancellationToken cancellationToken)
    {
        using var answer = new GrowingAnswer(message.Id, "", _ => { });
        for (Shown? now = message; now is { State: MessageState.Streaming }; now = await ReadAsync(databases, userId, message.Id, cancellationToken))
        {
            if (now.Content.Length > answer.Text.Length) answer.Append(now.Content[answer.Text.Length..]);
            await stream.ShowAsync(answer, cancellationToken);
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private static async Task<Shown?> ReadAsync(IDbContextFactory<MosaicDb> databases, Guid userId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Messages.OwnedBy(userId).Living().Where(message => message.Id == id).Select(message => new Shown(message.Id, message.State, message.Content)).SingleOrDefaultAsync(cancellationToken);
    }

    private sealed record Shown(Guid Id, string State, string Content);
}
