using Mosaic.Web.Features.Diary.Drafts;
using static Mosaic.Tests.Diary.Drafts.DraftCast;

namespace Mosaic.Tests.Diary.Drafts;

public sealed class OfflineDraftTests
{
    [Fact]
    public void The_offline_helper_tells_the_day_in_the_persons_own_sentences()
    {
        var draft = OfflineDraft.Of(Sources)!;
        Assert.True(draft.IsOffline);
        Assert.Equal("Ran 5 km by the lake, so happy.\n\nCalled mother, she laughed about my run.", draft.PlainText);
        Assert.Equal(Sources.Select(memo => memo.Id), draft.Paragraphs.Select(paragraph => Assert.Single(Assert.Single(paragraph.Sentences).MemoIds)));
        Assert.Equal("joy", draft.MoodKey);
        Assert.InRange(draft.Score, 8, 10);
    }

    [Fact]
    public void What_two_memos_say_is_told_once_and_came_from_both()
    {
        var memos = new[] { Memo(9, "Frost on the car"), Memo(8, "Frost on the car.") };
        var sentence = Assert.Single(Assert.Single(OfflineDraft.Of(memos)!.Paragraphs).Sentences);
        Assert.Equal([memos[1].Id, memos[0].Id], sentence.MemoIds);
    }

    [Fact]
    public void Memos_that_say_nothing_make_no_draft() => Assert.Null(OfflineDraft.Of([Memo(9, "```\ncode\n```")]));
}
