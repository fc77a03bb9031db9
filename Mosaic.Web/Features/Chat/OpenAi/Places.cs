using System.Runtime.InteropServices;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Places texts of programs with the model that places the house's own.</summary>
internal sealed class Places(AiEmbedder embedder, AiConfigs configs, SpentTokens spent)
{
    /// <summary>What the record of a call keeps of such a text is nothing: it is of no object here.</summary>
    private const string Kind = "question";

    /// <summary>The vectors as OpenAI's clients read them.</summary>
    /// <exception cref="AiException">They could not be placed.</exception>
    /// <exception cref="TalkRefusal">Another model or length was asked for than the house has.</exception>
    public async Task<object> PlaceAsync(Guid userId, EmbeddingQuestionJson asked, CancellationToken cancellationToken)
    {
        var config = await configs.GetAsync(AiPurpose.Embedding, cancellationToken);
        if (!string.Equals(asked.Model?.Trim(), config.Model, StringComparison.OrdinalIgnoreCase))
            throw new TalkRefusal(OpenAiError.NoModel(asked.Model) with { Message = $"Texts are placed by the model {config.Model} here: name that one." });
        var placed = await embedder.EmbedAsync(config, userId, [.. asked.Input!.Texts.Select(text => new AiSource(Kind, Guid.Empty, text))], isInteractive: true, cancellationToken);
        if (asked.Dimensions is { } wanted && wanted != placed.Model.Dimensions)
            throw new TalkRefusal(OpenAiError.Wrong("dimensions", $"The vectors of {config.Model} have {placed.Model.Dimensions} numbers: ask for as many, or leave dimensions out."));
        var tokens = await spent.OfAsync(userId, placed.TurnId, asked.Input.Texts, "", cancellationToken);
        return new
        {
            Object = "list",
            Data = placed.Vectors.Select((vector, index) => new { Object = "embedding", Index = index, Embedding = Written(vector, asked.IsBase64) }),
            Model = config.Model,
            Usage = new { PromptTokens = tokens.Input, TotalTokens = tokens.Input },
        };
    }

    private static object Written(float[] vector, bool isBase64) => isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : vector;
}
