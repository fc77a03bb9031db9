using Microsoft.AspNetCore.Diagnostics;
using Mosaic.Web.Features.Chat.OpenAi;

namespace Mosaic.Web.Hosting.Failures;

/// <summary>What is shown in place of an answer: our pages to people, problem documents to machines.</summary>
internal static class FailurePages
{
    public static void AddFailurePages(this IServiceCollection services)
    {
        // Before the framework's own, which the API does not leave to.
        services.AddSingleton<IProblemDetailsWriter, ApiProblemWriter>().AddSingleton<IProblemDetailsWriter, OpenAiProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<MachineExceptions>();
    }

    public static void UseFailurePages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            // What a caller did wrong is answered and needs no line in the log; what we did wrong does, whoever is told of it.
            SuppressDiagnosticsCallback = failure => BadRequests.Explain(failure.HttpContext, failure.Exception) is not null,
        });
        // Not in a branch: a branch of the pipeline has no routes, so nothing would be found at the other address.
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}", createScopeForStatusCodePages: true);
        app.UseWhen(context => !Audience.IsPerson(context), machines => machines.UseStatusCodePages());
        app.Use(ReadThePage);
    }

    /// <summary>The page in place of a refused form is read: sent on as a form it would be refused again, as another status.</summary>
    private static Task ReadThePage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
