namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Somebody a program may talk with, as a model.</summary>
/// <param name="Id">What it is asked by: short, and easily typed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="BotId">Null for <see cref="Memos"/>.</param>
/// <param name="OwnedBy">The user name of whose bot it is.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record TalkModel(string Id, string Name, Guid? BotId, string OwnedBy, DateTimeOffset CreatedAt)
{
    /// <summary>Answers from one's own notes and nothing else.</summary>
    public static readonly TalkModel Memos = new("memos", "Your notes", null, "mosaic", DateTimeOffset.UnixEpoch);

    public object Json => new { Id, Object = "model", Created = CreatedAt.ToUnixTimeSeconds(), OwnedBy, Name, BotId };
}
