namespace Mosaic.Web.Hosting.Failures;

/// <summary>What is shown in place of an answer: our pages to people, problem documents to machines.</summary>
internal static class FailurePages
{
    public static void AddFailurePages(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<MachineExceptions>();
    }

    public static void UseFailurePages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // Not in a branch: a branch of the pipeline has no routes, so nothing would be found at the other address.
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}", createScopeForStatusCodePages: true);
        app.UseWhen(context => !Audience.IsPerson(context), machines => machines.UseStatusCodePages());
    }
}
