using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>Memos for programs. Moving them about is in <see cref="MemoPlacesApi"/>, their history in <see cref="RevisionsApi"/>.</summary>
internal sealed class MemosApi : IApiGroup
{
    private const string Lists = "memos";

    public string Address => "/memos";

    public string Title => "Memos";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.MemosRead)
            .Is("listMemos", "Your memos, newest first", "Those on the desk, unless archived or deleted asks for others.").Gives(new PageOf<MemoJson>([MemoJson.Example], null));
        group.MapPost("/", WriteAsync).Needs(ApiScopes.MemosWrite)
            .Is("writeMemo", "Write a memo").Takes(new NewMemoJson(MemoJson.Example.Content, ["bees"])).Gives(MemoJson.Example).Refuses(422);
        group.MapGet("/{id:guid}", FindAsync).Needs(ApiScopes.MemosRead)
            .Is("readMemo", "A memo with its history and replies", "Also one in the trash. Its ETag goes into If-Match of a change.")
            .Gives(MemoJson.Example with { Revisions = [RevisionJson.Example], Replies = [] });
        group.MapPatch("/{id:guid}", ChangeAsync).Needs(ApiScopes.MemosWrite)
            .Is("changeMemo", "Change a memo", "A new text makes a revision. It is refused with 409 where the memo has changed since baseRevision, and with 412 where it is not what If-Match names.")
            .Takes(new { content = "Bees out early, and two swarms. #garden", baseRevision = 1, isPinned = true }).Gives(MemoJson.Example).Refuses(409, 412, 422);
        group.MapDelete("/{id:guid}", TrashAsync).Needs(ApiScopes.MemosWrite)
            .Is("deleteMemo", "Move a memo to the trash", "It can be restored until the trash is emptied of it.").Refuses(412);
    }

    private static async Task<Results<Ok<PageOf<MemoJson>>, ProblemHttpResult>> ListAsync(
        [AsParameters] MemoListQuery query, ClaimsPrincipal user, MemoLists lists, People people, ApiCursors cursors, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(user.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        var (filter, wrong) = query.ToFilter(person);
        if (wrong is not null) return ApiProblem.Invalid(wrong, "Write a day such as 2026-03-01, or an instant such as 2026-03-01T08:15:00Z.");
        var list = $"{Lists} {filter.Place}";
        var after = query.Cursor is null ? null : ReadCursor(cursors.Read(person.Id, list, query.Cursor));
        if (query.Cursor is not null && after is null) return ApiProblem.Invalid("cursor", "This cursor is not from this list. Begin without one.");
        var (memos, next) = await lists.PageAsync(person.Id, filter, after, query.Page.Size, cancellationToken);
        return TypedResults.Ok(new PageOf<MemoJson>([.. memos.Select(MemoJson.Of)], next is null ? null : cursors.Write(person.Id, list, $"{next.At.UtcTicks} {next.Id:N}")));
    }

    private static async Task<Results<Created<MemoJson>, ProblemHttpResult>> WriteAsync(NewMemoJson memo, HttpContext http, MemoService memos, CancellationToken cancellationToken) =>
        await memos.SaveAsync(http.User.UserId(), memo.For(ObjectIds.NewObjectId(http)), cancellationToken) switch
        {
            SaveResult.Saved saved => Made(http.Response, saved.Memo),
            SaveResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };

    private static async Task<Results<Ok<MemoJson>, ProblemHttpResult>> FindAsync(
        Guid id, HttpContext http, MemoService memos, HistoryService history, CancellationToken cancellationToken)
    {
        if (await memos.FindAsync(http.User.UserId(), id, cancellationToken) is not { } memo) return ApiProblem.NotFound();
        var revisions = await history.ListAsync(http.User.UserId(), id, null, cancellationToken);
        MemoTag.Write(http.Response, memo);
        return TypedResults.Ok(MemoJson.Of(memo) with { Revisions = [.. (revisions?.Lines ?? []).Select(RevisionJson.Of)], Replies = memo.Replies });
    }

    private static async Task<Results<Ok<MemoJson>, ProblemHttpResult>> ChangeAsync(
        Guid id, MemoChangeJson change, HttpContext http, MemoService memos, CancellationToken cancellationToken)
    {
        if (await memos.FindAsync(http.User.UserId(), id, cancellationToken) is not { DeletedAt: null } memo) return ApiProblem.NotFound();
        if (!MemoTag.Allows(http.Request, memo)) return ApiProblem.Mismatch(MemoJson.Of(memo));
        var expected = http.Request.Headers.IfMatch.Count > 0 ? memo.ChangeSeq : (long?)null;
        return await memos.SaveAsync(http.User.UserId(), change.For(id, expected), cancellationToken) switch
        {
            SaveResult.Saved saved => Shown(http.Response, saved.Memo),
            SaveResult.Conflict conflict when expected is not null && conflict.Current.ChangeSeq != expected => ApiProblem.Mismatch(MemoJson.Of(conflict.Current)),
            SaveResult.Conflict conflict => ApiProblem.Stale(MemoJson.Of(conflict.Current)),
            SaveResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TrashAsync(
        Guid id, HttpContext http, MemoService memos, MemoShelf shelf, CancellationToken cancellationToken)
    {
        if (await memos.FindAsync(http.User.UserId(), id, cancellationToken) is not { DeletedAt: null } memo) return ApiProblem.NotFound();
        if (!MemoTag.Allows(http.Request, memo)) return ApiProblem.Mismatch(MemoJson.Of(memo));
        await shelf.TrashAsync(http.User.UserId(), [id], cancellationToken);
        return TypedResults.NoContent();
    }

    internal static Ok<MemoJson> Shown(HttpResponse response, MemoCard memo)
    {
        MemoTag.Write(response, memo);
        return TypedResults.Ok(MemoJson.Of(memo));
    }

    private static Created<MemoJson> Made(HttpResponse response, MemoCard memo)
    {
        MemoTag.Write(response, memo);
        return TypedResults.Created($"{ApiRoutes.Prefix}/memos/{memo.Id}", MemoJson.Of(memo));
    }

    private static MemoCursor? ReadCursor(string? place) => place?.Split(' ') is [var ticks, var id]
        ? new MemoCursor(new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.ParseExact(id, "N"))
        : null;
}
