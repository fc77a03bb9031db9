namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>What the parts of a prompt are called on pages.</summary>
internal static class PromptWords
{
    public static string Of(string kind) => kind switch
    {
        "persona" => "persona",
        "memory" => "memories",
        "passage" => "notes and documents",
        "summary" => "summary",
        "message" => "messages",
        "question" => "question",
        _ => kind,
    };
}
