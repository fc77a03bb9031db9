using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>What became of an answer.</summary>
/// <param name="Content">Markdown.</param>
/// <param name="State">One of <see cref="MessageState"/>.</param>
internal sealed record WrittenAnswer(string Content, string State)
{
    public string? Trouble { get; init; }
    public string? Provider { get; init; }
    public string? Model { get; init; }
    public Guid? TurnId { get; init; }

    /// <summary>What it took, the prompt included.</summary>
    public int Tokens { get; init; }

    /// <summary>Null where nothing was read.</summary>
    public MessageMetadata? Metadata { get; init; }

    public Guid[]? ReadIds { get; init; }
}
