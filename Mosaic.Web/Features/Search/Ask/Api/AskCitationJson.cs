using System.ComponentModel;

namespace Mosaic.Web.Features.Search.Ask.Api;

/// <summary>What a number in an answer stands for.</summary>
internal sealed record AskCitationJson(
    int Number,
    [property: Description("What it is of: memo.")] string Kind,
    Guid Id,
    [property: Description("The revision that says it.")] int Revision,
    [property: Description("Which passage of the revision it is, from 0.")] int Position,
    [property: Description("What the passage says.")] string Passage,
    string Title)
{
    public static readonly AskCitationJson Example = new(1, "memo", new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03"), 1, 0, "Bees out early. #garden", "Bees out early. #garden");

    public static AskCitationJson Of(AskedSource source) => new(source.Number, source.Kind, source.Id, source.Revision, source.Position, source.Passage, source.Title);
}
