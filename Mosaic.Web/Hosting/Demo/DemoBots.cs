using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Hosting.Demo;

/// <summary>Some bots of the gallery for trying things out; two of them reply to the newest memos.</summary>
internal static class DemoBots
{
    private const int Bots = 4, AnsweredMemos = 3;

    public static async Task WriteAsync(Person person, BotService bots, ReplyService replies, MemoLists memos)
    {
        var made = new List<Guid>();
        foreach (var sheet in BotGallery.All.Take(Bots))
            if (await bots.MakeAsync(person.Id, sheet with { AutoReply = made.Count == 0 }) is BotResult.Saved saved) made.Add(saved.Bot.Id);
        var newest = (await memos.ReadAsync(person.Id, new())).Memos.Where(memo => !memo.AiExcluded).Take(AnsweredMemos).ToList();
        for (var place = 0; place < newest.Count; place++) await replies.AskAsync(person.Id, newest[place].Id, made[place % 2]);
    }
}
