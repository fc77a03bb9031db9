using System.Globalization;
using Microsoft.Net.Http.Headers;
using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>The ETag of a page: the number of its last change.</summary>
internal static class DiaryTag
{
    public static EntityTagHeaderValue Of(DiaryPage page) => new($"\"{page.ChangeSeq.ToString(CultureInfo.InvariantCulture)}\"");

    public static void Write(HttpResponse response, DiaryPage page) => response.GetTypedHeaders().ETag = Of(page);

    /// <summary>Whether <c>If-Match</c> lets a change of this page through; it does where it is absent.</summary>
    public static bool Allows(HttpRequest request, DiaryPage? page) =>
        request.GetTypedHeaders().IfMatch is not { Count: > 0 } wanted
            ? request.Headers.IfMatch.Count == 0
            : page is not null && wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Of(page), useStrongComparison: true));
}
