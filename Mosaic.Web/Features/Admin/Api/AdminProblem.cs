using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Admin.Api;

internal static class AdminProblem
{
    /// <summary>Why something an admin's program asked for was not done.</summary>
    public static ProblemHttpResult Of(AdminResult result) => result switch
    {
        AdminResult.Invalid { Errors: { First: { } field } errors } => ApiProblem.Refused(errors[field]!, char.ToLowerInvariant(field[0]) + field[1..]),
        AdminResult.Refused refused => ApiProblem.Refused(refused.Sentence),
        _ => ApiProblem.NotFound(),
    };
}
