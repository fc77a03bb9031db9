using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>Which memos a program asks for.</summary>
internal sealed record MemoListQuery(
    [property: Description("The nextCursor of the page before; left out for the first page.")] string? Cursor,
    [property: Description("How many at most: 1 to 200, 20 where it is left out."), Range(1, PageQuery.Most)] int? Limit,
    [property: Description("A tag; nested ones count for it.")] string? Tag,
    [property: Description("The first instant, or the first day in your time zone.")] string? From,
    [property: Description("The first instant, or day, that no longer belongs.")] string? To,
    [property: Description("true: those in the archive instead of those on the desk.")] bool? Archived,
    [property: Description("true: those in the trash.")] bool? Deleted,
    [property: Description("Part of the text, letter case ignored.")] string? Q) : IChecked
{
    private const int MaxText = 1_000;

    public PageQuery Page => new(Cursor, Limit);

    public IEnumerable<(string, string)> Check()
    {
        foreach (var error in Page.Check()) yield return error;
        if (Q?.Length > MaxText) yield return ("q", $"Use at most {MaxText} characters.");
        if (Tag is not null && TagRules.Refuse(Tag) is { } refusal) yield return ("tag", refusal);
    }

    /// <summary>The filter, or the name of the field that holds no time.</summary>
    public (MemoFilter Filter, string? Wrong) ToFilter(Person person)
    {
        var (from, before) = (From is null ? null : ApiTime.TryRead(From, person), To is null ? null : ApiTime.TryRead(To, person));
        var wrong = From is not null && from is null ? "from" : To is not null && before is null ? "to" : null;
        return (new MemoFilter
        {
            Tag = Tag is null ? null : TagRules.Clean(Tag),
            From = from,
            Before = before,
            Text = Q is null ? null : MemoRules.CleanContent(Q),
            Place = Deleted is true ? MemoPlace.Trash : Archived is true ? MemoPlace.Archive : MemoPlace.Desk,
        }, wrong);
    }
}
