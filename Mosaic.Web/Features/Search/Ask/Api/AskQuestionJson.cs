using System.ComponentModel;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Search.Ask.Api;

/// <summary>What is asked.</summary>
internal sealed record AskQuestionJson(
    [property: Description("1 to 2,000 characters. Days it names, such as last week or in March, narrow what is read.")] string Question) : IChecked
{
    public IEnumerable<(string, string)> Check()
    {
        if (string.IsNullOrWhiteSpace(Question) || Question.Length > AskService.MaxLength) yield return ("question", "Ask in 1 to 2,000 characters.");
        if (Question.Contains('\0', StringComparison.Ordinal)) yield return ("question", "The character with the number zero cannot be part of this.");
    }
}
