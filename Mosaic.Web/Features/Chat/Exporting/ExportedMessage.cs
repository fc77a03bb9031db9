using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>A message of an exported conversation.</summary>
public sealed record ExportedMessage(Guid Id, Guid? ParentId, string Role, string? Name, string Content, string State, DateTimeOffset CreatedAt)
{
    public string? Trouble { get; init; }
    public string? Provider { get; init; }
    public string? Model { get; init; }

    /// <summary>What it took.</summary>
    public int Tokens { get; init; }

    public bool IsAutomatic { get; init; }
    public string? Direction { get; init; }

    /// <summary>What it was given to read, in the order of its citations.</summary>
    public IReadOnlyList<ExportedSource> Sources { get; init; } = [];

    internal static ExportedMessage Of(Message message) => new(message.Id, message.ParentId, message.Role, message.Name, message.Content, message.State, message.CreatedAt)
    {
        Trouble = message.Trouble,
        Provider = message.Provider,
        Model = message.Model,
        Tokens = message.TokensUsed,
        IsAutomatic = message.IsAutomatic,
        Direction = message.Metadata.Direction,
        Sources = [.. message.Metadata.Sources.Select(source => new ExportedSource(source.Kind, source.Id, source.Title, source.Revision, source.Position, source.WrittenAt, source.Score))],
    };
}
