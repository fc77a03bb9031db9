using System.ComponentModel;

namespace Mosaic.Web.Features.Search.Ask.Api;

/// <summary>An answer made of the caller's own writing.</summary>
internal sealed record AskAnswerJson(
    [property: Description("Markdown. Citations are [n]; each number is in citations.")] string Answer,
    IReadOnlyList<AskCitationJson> Citations,
    [property: Description("Nothing was found that answers it.")] bool Refused,
    [property: Description("The call that made it; null where no model was asked.")] Guid? TurnId)
{
    public static readonly AskAnswerJson Example = new("On 1 March, earlier than last year [1].", [AskCitationJson.Example], false, new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e05"));

    public static AskAnswerJson Of(AskAnswer answer) => new(answer.Text, [.. answer.Cited.Select(AskCitationJson.Of)], answer.IsRefused, answer.TurnId);
}
