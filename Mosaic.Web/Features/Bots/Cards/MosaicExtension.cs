using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>What a card says of a bot of Mosaic in <c>data.extensions.mosaic</c>: all of it, where the fields of cards have room for some.</summary>
internal static class MosaicExtension
{
    /// <summary>Under which name it stands among the extensions.</summary>
    public const string Name = "mosaic";

    private const int Version = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Write(BotSheet sheet) => JsonSerializer.SerializeToNode(
        new Said
        {
            Version = Version,
            Name = sheet.Name,
            Color = sheet.Color,
            Description = sheet.Description,
            PersonalityPrompt = sheet.PersonalityPrompt,
            Backstory = sheet.Backstory,
            Greeting = sheet.Greeting,
            Attributes = sheet.Attributes,
            Config = sheet.Config,
            Tags = sheet.Tags,
            AutoReply = sheet.AutoReply,
            Trigger = sheet.Trigger,
        },
        Json)!;

    /// <summary>A clean sheet that no rule refuses, silent until its person wants it to reply; null where there is none such.</summary>
    public static BotSheet? Read(JsonObject fields)
    {
        if (fields["extensions"] is not JsonObject extensions || extensions[Name] is not JsonObject written) return null;
        try
        {
            if (written.Deserialize<Said>(Json) is not { Version: Version } said) return null;
            var sheet = BotRules.Clean(said.ToSheet());
            return BotRules.Refuse(sheet) is null ? sheet : null;
        }
        catch (Exception failed) when (failed is JsonException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return null;
        }
    }

    private sealed record Said
    {
        public int Version { get; init; }
        public string? Name { get; init; }
        public int Color { get; init; } = 1;
        public string? Description { get; init; }
        public string? PersonalityPrompt { get; init; }
        public string? Backstory { get; init; }
        public string? Greeting { get; init; }
        public IReadOnlyList<BotTrait?>? Attributes { get; init; }
        public BotConfig? Config { get; init; }
        public IReadOnlyList<string?>? Tags { get; init; }
        public bool AutoReply { get; init; }
        public BotTrigger? Trigger { get; init; }

        // Anybody can write a card: nothing of it is there for certain.
        public BotSheet ToSheet() => new()
        {
            Name = Name ?? "",
            Color = Color,
            Description = Description ?? "",
            PersonalityPrompt = PersonalityPrompt ?? "",
            Backstory = Backstory ?? "",
            Greeting = Greeting ?? "",
            Attributes = [.. (Attributes ?? []).OfType<BotTrait>().Where(trait => trait is { Key: not null, Value: not null })],
            Config = Config ?? new BotConfig(),
            Tags = [.. (Tags ?? []).OfType<string>()],
            Trigger = Trigger is null ? new BotTrigger() : Trigger with { Words = Sound(Trigger.Words), Tags = Sound(Trigger.Tags), When = Trigger.When ?? "", OncePer = Trigger.OncePer ?? "" },
        };

        private static IReadOnlyList<string> Sound(IReadOnlyList<string?>? list) => [.. (list ?? []).OfType<string>()];
    }
}
