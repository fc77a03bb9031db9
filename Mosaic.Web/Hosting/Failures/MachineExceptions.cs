using Microsoft.AspNetCore.Diagnostics;

namespace Mosaic.Web.Hosting.Failures;

/// <summary>Answers a program's failed request with a problem document; people get the error page. The cause stays in the log.</summary>
internal sealed class MachineExceptions : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Audience.IsPerson(httpContext)) return false;
        var problem = BadRequests.Explain(httpContext, exception) ?? Results.Problem(statusCode: StatusCodes.Status500InternalServerError);
        await problem.ExecuteAsync(httpContext);
        return true;
    }
}
