using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>Pages of the diary for programs, by their days.</summary>
internal sealed class DiariesApi : IApiGroup
{
    public string Address => "/diaries";

    public string Title => "Diary";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Diary)
            .Is("listDiaries", "Pages of some days, oldest first", "At most 366 days, both included; the last 31 where they are left out.").Gives(new DiaryListJson([DiaryJson.Example]));
        group.MapGet("/{date}", FindAsync).Needs(ApiScopes.Diary)
            .Is("readDiary", "The page of a day", "Also one in the trash. Its ETag goes into If-Match of a change.").Gives(DiaryJson.Example);
        group.MapPut("/{date}", WriteAsync).Needs(ApiScopes.Diary)
            .Is("writeDiary", "Write the page of a day", "A text, a mood or a score locks the page against the nights. It is refused with 409 where the page has changed since baseRevision.")
            .Takes(new { summary = "Bees out early.", moodKey = "calm", moodScore = 7 })
            .Gives(DiaryJson.Example with { Source = DiarySource.Manual, State = DiaryState.Kept, IsLocked = true, Sentences = null, MemoIds = [] }).Refuses(409, 412, 422);
        group.MapDelete("/{date}", TrashAsync).Needs(ApiScopes.Diary).Is("deleteDiary", "Move the page of a day to the trash", "Writing it again takes it out.").Refuses(412);
        group.MapPost("/{date}/generate", GenerateAsync).Needs(ApiScopes.Diary)
            .Is("generateDiary", "Have the page of a day drafted", "It is put in line; the page appears when it is done. What the page said stays in its history.").Refuses(422);
    }

    private static async Task<Results<Ok<DiaryListJson>, ProblemHttpResult>> ListAsync(
        [AsParameters] DaysQuery query, ClaimsPrincipal user, DiaryPages pages, People people, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(user.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        if (query.Read(person, clock.GetUtcNow()) is not { } days) return DaysQuery.Refusal;
        return TypedResults.Ok(new DiaryListJson([.. (await pages.ListAsync(person.Id, days.From, days.To, cancellationToken)).Select(DiaryJson.Of)]));
    }

    private static async Task<Results<Ok<DiaryJson>, ProblemHttpResult>> FindAsync(DateOnly date, HttpContext http, DiaryService diaries, CancellationToken cancellationToken) =>
        await diaries.FindAsync(http.User.UserId(), date, cancellationToken) is { } page ? Shown(http.Response, page) : ApiProblem.NotFound();

    private static async Task<Results<Ok<DiaryJson>, ProblemHttpResult>> WriteAsync(
        DateOnly date, DiaryChangeJson change, HttpContext http, DiaryService diaries, CancellationToken cancellationToken)
    {
        var page = await diaries.FindAsync(http.User.UserId(), date, cancellationToken);
        if (!DiaryTag.Allows(http.Request, page)) return page is null ? ApiProblem.NotFound() : ApiProblem.Mismatch(DiaryJson.Of(page));
        return await diaries.SaveAsync(http.User.UserId(), change.For(date), cancellationToken) switch
        {
            DiaryResult.Saved saved => Shown(http.Response, saved.Page),
            DiaryResult.Conflict conflict => ApiProblem.Stale(DiaryJson.Of(conflict.Current)),
            DiaryResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TrashAsync(DateOnly date, HttpContext http, DiaryService diaries, CancellationToken cancellationToken)
    {
        if (await diaries.FindAsync(http.User.UserId(), date, cancellationToken) is not { DeletedAt: null } page) return ApiProblem.NotFound();
        if (!DiaryTag.Allows(http.Request, page)) return ApiProblem.Mismatch(DiaryJson.Of(page));
        return await diaries.TrashAsync(http.User.UserId(), date, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> GenerateAsync(DateOnly date, ClaimsPrincipal user, DraftDesk drafts, CancellationToken cancellationToken) =>
        await drafts.AskAsync(user.UserId(), date, cancellationToken) switch
        {
            DraftAsking.InLine => TypedResults.Accepted($"{ApiRoutes.Prefix}/diaries/{date:yyyy-MM-dd}"),
            DraftAsking.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };

    private static Ok<DiaryJson> Shown(HttpResponse response, DiaryPage page)
    {
        DiaryTag.Write(response, page);
        return TypedResults.Ok(DiaryJson.Of(page));
    }
}
