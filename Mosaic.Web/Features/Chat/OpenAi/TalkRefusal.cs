namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Carries a refusal out of the depth of an answer; the endpoint writes it.</summary>
internal sealed class TalkRefusal(OpenAiError error) : Exception(error.Message)
{
    public OpenAiError Error => error;
}
