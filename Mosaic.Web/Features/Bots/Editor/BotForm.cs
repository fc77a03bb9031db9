using System.Text.Json;
using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Editor;

/// <summary>A bot while somebody writes it: the fields as they stand, and whether they say something new.</summary>
public sealed class BotForm
{
    private readonly string? _card;
    private string _kept;

    public BotForm(BotSheet sheet)
    {
        (Name, Color, Description) = (sheet.Name, sheet.Color, sheet.Description);
        (Personality, Backstory, Greeting) = (sheet.PersonalityPrompt, sheet.Backstory, sheet.Greeting);
        Traits = [.. sheet.Attributes.Select(trait => new TraitRow { Key = trait.Key, Value = trait.Value })];
        (Model, Temperature, MaxTokens, Recalls) = (sheet.Config.Model, sheet.Config.Temperature, sheet.Config.MaxTokens, sheet.Config.MemoryEnabled);
        (Tags, IsPublic, AutoReply, _card) = (string.Join(", ", sheet.Tags), sheet.IsPublic, sheet.AutoReply, sheet.Card);
        var trigger = sheet.Trigger;
        (When, Words, TriggerTags) = (trigger.When, string.Join('\n', trigger.Words), string.Join('\n', trigger.Tags));
        (MinLength, QuietFrom, QuietTo, OncePer, DailyCap) = (trigger.MinLength == 0 ? null : trigger.MinLength, trigger.QuietFrom, trigger.QuietTo, trigger.OncePer, trigger.DailyCap);
        _kept = Print();
    }

    /// <summary>Something was filled in.</summary>
    public event Action? Changed;

    public string Name { get; set; }

    /// <inheritdoc cref="Bot.Color"/>
    public int Color { get; set; }

    public string Description { get; set; }
    public string Personality { get; set; }
    public string Backstory { get; set; }
    public string Greeting { get; set; }
    public List<TraitRow> Traits { get; }

    public string? Model { get; set; }
    public float? Temperature { get; set; }
    public int? MaxTokens { get; set; }
    public bool Recalls { get; set; }
    public string Tags { get; set; }
    public bool IsPublic { get; set; }
    public bool AutoReply { get; set; }

    /// <inheritdoc cref="BotTrigger.When"/>
    public string When { get; set; }

    /// <summary>One a line, or several with commas between; a line that begins with <c>/</c> is one pattern.</summary>
    public string Words { get; set; }

    /// <summary>As <see cref="Words"/>.</summary>
    public string TriggerTags { get; set; }

    public int? MinLength { get; set; }
    public TimeOnly? QuietFrom { get; set; }
    public TimeOnly? QuietTo { get; set; }

    /// <inheritdoc cref="BotTrigger.OncePer"/>
    public string OncePer { get; set; }

    public int? DailyCap { get; set; }

    /// <summary>The fields say something else than is kept.</summary>
    public bool IsDirty => Print() != _kept;

    /// <summary>The trigger as it is kept: what the fields say, cleaned.</summary>
    public BotTrigger Trigger => BotRules.Clean(ToSheet()).Trigger;

    public BotSheet ToSheet() => new()
    {
        Name = Name,
        Color = Color,
        Description = Description,
        PersonalityPrompt = Personality,
        Backstory = Backstory,
        Greeting = Greeting,
        Attributes = [.. Traits.Select(row => new BotTrait(row.Key, row.Value))],
        Config = new BotConfig { Model = Model, Temperature = Temperature, MaxTokens = MaxTokens, MemoryEnabled = Recalls },
        Tags = Parts(Tags),
        AutoReply = AutoReply,
        Trigger = new BotTrigger
        {
            When = When,
            Words = Parts(Words),
            Tags = Parts(TriggerTags),
            MinLength = MinLength ?? 0,
            QuietFrom = QuietFrom,
            QuietTo = QuietTo,
            OncePer = OncePer,
            DailyCap = DailyCap,
        },
        IsPublic = IsPublic,
        Card = _card,
    };

    /// <summary>Tells the page that a field changed.</summary>
    public void Touch() => Changed?.Invoke();

    /// <summary>What was saved is what is kept now; what was written since is new.</summary>
    public void Keep(BotSheet saved) => _kept = Print(saved);

    /// <summary>Whether this is what the form began with, or was last saved as.</summary>
    public bool IsKept(BotSheet sheet) => Print(sheet) == _kept;

    private string Print() => Print(ToSheet());

    private static string Print(BotSheet sheet) => JsonSerializer.Serialize(BotRules.Clean(sheet) with { Card = null });

    private static List<string> Parts(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(line => line.StartsWith('/') ? [line] : line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
