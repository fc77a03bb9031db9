namespace Mosaic.Data.Bots;

/// <summary>When a bot replies by itself. All of it must agree.</summary>
public sealed record BotTrigger
{
    public const string Always = "always";
    public const string HasWord = "word";
    public const string HasTag = "tag";
    public const string IsNamed = "mention";

    public const string Memo = "memo";
    public const string Revision = "revision";

    /// <summary>How many words or tags it may look for.</summary>
    public const int Most = 50;

    /// <summary>The longest word, pattern or tag, in characters.</summary>
    public const int MaxWord = 200;

    /// <summary>One of <see cref="Always"/>, <see cref="HasWord"/>, <see cref="HasTag"/> and <see cref="IsNamed"/>.</summary>
    public string When { get; init; } = Always;

    /// <summary>Words or <c>/patterns/</c>, of which one must be in the text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Tags, of which the memo must have one or one below it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The shortest memo, in characters.</summary>
    public int MinLength { get; init; }

    /// <summary>From then on it is silent, where its person lives; both or neither.</summary>
    public TimeOnly? QuietFrom { get; init; }

    /// <summary>Until then it is silent.</summary>
    public TimeOnly? QuietTo { get; init; }

    /// <summary>It replies once to a <see cref="Memo"/> or to each <see cref="Revision"/>.</summary>
    public string OncePer { get; init; } = Memo;

    /// <summary>Replies of its own a day; null is no limit.</summary>
    public int? DailyCap { get; init; }
}
