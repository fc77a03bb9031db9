using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>Where a memo is kept: on the desk, in the archive, in the trash.</summary>
internal sealed class MemoPlacesApi : IApiGroup
{
    public string Address => "/memos/{id:guid}";

    public string Title => "Memos";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPut("/archive", ArchiveAsync).Needs(ApiScopes.MemosWrite).Is("archiveMemo", "Archive a memo", "It keeps its diary day.").Gives(MemoJson.Example).Refuses(412);
        group.MapDelete("/archive", UnarchiveAsync).Needs(ApiScopes.MemosWrite)
            .Is("unarchiveMemo", "Take a memo out of the archive", "Its diary day goes.").Gives(MemoJson.Example).Refuses(412);
        group.MapPost("/restore", RestoreAsync).Needs(ApiScopes.MemosWrite).Is("restoreMemo", "Take a memo out of the trash").Gives(MemoJson.Example);
    }

    private static Task<Results<Ok<MemoJson>, ProblemHttpResult>> ArchiveAsync(Guid id, HttpContext http, MemoService memos, CancellationToken cancellationToken) =>
        PlaceAsync(id, http, memos, new MemoEdit(id, null, null, null, 0) { IsArchived = true }, cancellationToken);

    private static Task<Results<Ok<MemoJson>, ProblemHttpResult>> UnarchiveAsync(Guid id, HttpContext http, MemoService memos, CancellationToken cancellationToken) =>
        PlaceAsync(id, http, memos, new MemoEdit(id, null, null, null, 0) { IsArchived = false }, cancellationToken);

    private static Task<Results<Ok<MemoJson>, ProblemHttpResult>> RestoreAsync(Guid id, HttpContext http, MemoService memos, CancellationToken cancellationToken) =>
        PlaceAsync(id, http, memos, new MemoEdit(id, null, null, null, 0) { IsTrashed = false }, cancellationToken);

    private static async Task<Results<Ok<MemoJson>, ProblemHttpResult>> PlaceAsync(
        Guid id, HttpContext http, MemoService memos, MemoEdit edit, CancellationToken cancellationToken)
    {
        if (await memos.FindAsync(http.User.UserId(), id, cancellationToken) is not { } memo) return ApiProblem.NotFound();
        if (!MemoTag.Allows(http.Request, memo)) return ApiProblem.Mismatch(MemoJson.Of(memo));
        var expected = http.Request.Headers.IfMatch.Count > 0 ? memo.ChangeSeq : (long?)null;
        return await memos.SaveAsync(http.User.UserId(), edit with { ExpectedChange = expected }, cancellationToken) switch
        {
            SaveResult.Saved saved => MemosApi.Shown(http.Response, saved.Memo),
            SaveResult.Conflict conflict => ApiProblem.Mismatch(MemoJson.Of(conflict.Current)),
            _ => ApiProblem.NotFound(),
        };
    }
}
