namespace Mosaic.Web.Features.Docs;

/// <summary>One thing a program can do.</summary>
/// <param name="Id">Names it, and is its anchor on the page.</param>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below this server's address.</param>
/// <param name="Summary">A few words.</param>
/// <param name="Description">What the summary leaves out.</param>
/// <param name="Needs">The scope, empty where any credential will do, null where none is asked for.</param>
/// <param name="Fields">What is sent with it, in the address or the body.</param>
/// <param name="Request">An example of a body.</param>
/// <param name="Answers">What comes back when it works.</param>
/// <param name="Refusals">What comes back when it does not.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, string? Description, string? Needs,
    IReadOnlyList<ApiField> Fields, string? Request, IReadOnlyList<ApiAnswer> Answers, IReadOnlyList<ApiAnswer> Refusals);
