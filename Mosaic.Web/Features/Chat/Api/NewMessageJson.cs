using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>What is said.</summary>
internal sealed record NewMessageJson(
    [property: Description("Markdown."), MaxLength(Message.MaxContent)] string Content,
    [property: Description("Behind which message; left out, at the end of the open path.")] Guid? ParentId = null,
    [property: Description("Who is to answer; left out, as the conversation's turn rule has it.")] Guid? BotId = null) : IChecked
{
    public IEnumerable<(string, string)> Check()
    {
        if (string.IsNullOrWhiteSpace(Content)) yield return ("content", "Write something.");
        if (Content?.Length > Message.MaxContent) yield return ("content", $"A message has at most {Message.MaxContent} characters.");
    }
}
