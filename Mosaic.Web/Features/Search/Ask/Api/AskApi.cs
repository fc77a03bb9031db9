using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Ask.Api;

/// <summary>Questions for programs. Who may read memos may ask; what it takes counts against the person's budget.</summary>
internal sealed class AskApi : IApiGroup
{
    private const int NoAnswer = 502;

    public string Address => "/ask";

    public string Title => "Ask";

    public void Map(RouteGroupBuilder group) => group.MapPost("/", AskAsync).Needs(ApiScopes.MemosRead)
        .Is("ask", "Ask your notes", "Answers from what you wrote and nothing else. Memos kept from AI or in the trash are not read. Where nothing is near enough, it says so and asks no model. A used-up budget is refused with 422; a provider that does not answer is 502.")
        .Takes(new AskQuestionJson("When did the bees come out?")).Gives(AskAnswerJson.Example).Refuses(422, NoAnswer);

    private static async Task<Results<Ok<AskAnswerJson>, ProblemHttpResult>> AskAsync(
        AskQuestionJson question, ClaimsPrincipal user, AskService asking, People people, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(user.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        var answer = await asking.AskAsync(person, question.Question, cancellationToken: cancellationToken);
        return answer.Trouble switch
        {
            null => TypedResults.Ok(AskAnswerJson.Of(answer)),
            { Fault: AiFault.Budget or AiFault.KeptFromAi } refused => ApiProblem.Refused(refused.Sentence),
            var failed => ApiProblem.Of(NoAnswer, "no-answer", "There is no answer.", failed.Sentence),
        };
    }
}
