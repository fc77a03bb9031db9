using Microsoft.AspNetCore.Http.HttpResults;

namespace Mosaic.Web.Platform.Api;

/// <summary>What an operation answers when it does not do what was asked. Types are stable: programs may compare them.</summary>
internal static class ApiProblem
{
    private const string Urn = "urn:mosaic:problem:";

    /// <summary>Something that was sent has the wrong shape.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors) => TypedResults.Problem(
        statusCode: 400, type: Urn + "invalid", title: "Something in the request is not right.", extensions: [new("errors", errors)]);

    public static ProblemHttpResult Invalid(string field, string sentence) => Invalid(new Dictionary<string, string[]> { [field] = [sentence] });

    /// <summary>A rule of Mosaic refuses it.</summary>
    public static ProblemHttpResult Refused(string sentence, string? field = null) => TypedResults.Problem(
        sentence, statusCode: 422, type: TypeOf(422), title: "This is refused.",
        extensions: field is null ? null : [new("errors", new Dictionary<string, string[]> { [field] = [sentence] })]);

    public static ProblemHttpResult NotFound() => TypedResults.Problem(statusCode: 404, type: TypeOf(404), title: "There is nothing here that is yours.");

    /// <summary>It changed since the caller saw it. The answer carries it as it is now.</summary>
    public static ProblemHttpResult Stale(object current) => TypedResults.Problem(
        "It was changed since. Look at current, then send the change again from there.",
        statusCode: 409, type: Urn + "stale-revision", title: "This was made from an older revision.", extensions: [new("current", current)]);

    /// <summary>As <see cref="Stale"/>, for who asked by <c>If-Match</c>.</summary>
    public static ProblemHttpResult Mismatch(object current) => TypedResults.Problem(
        "It was changed since. Look at current, then send the change again with its ETag.",
        statusCode: 412, type: Urn + "changed", title: "This is no longer what If-Match names.", extensions: [new("current", current)]);

    public static ProblemHttpResult Of(int status, string name, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, type: Urn + name, title: title);

    /// <summary>The type of a problem that has no other name than its status.</summary>
    public static string TypeOf(int status) => Urn + status switch
    {
        400 => "invalid",
        401 => "unauthenticated",
        403 => "scope-missing",
        404 => "not-found",
        405 => "method-not-allowed",
        413 => "too-large",
        415 => "content-type",
        422 => "refused",
        429 => "too-many-requests",
        _ => status >= 500 ? "internal" : "http-" + status,
    };
}
