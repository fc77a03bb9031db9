using System.Globalization;
using Microsoft.Net.Http.Headers;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>The ETag of a memo: the number of its last change.</summary>
internal static class MemoTag
{
    public static EntityTagHeaderValue Of(MemoCard memo) => new($"\"{memo.ChangeSeq.ToString(CultureInfo.InvariantCulture)}\"");

    public static void Write(HttpResponse response, MemoCard memo) => response.GetTypedHeaders().ETag = Of(memo);

    /// <summary>Whether <c>If-Match</c> lets a change of this memo through; it does where it is absent.</summary>
    public static bool Allows(HttpRequest request, MemoCard memo) =>
        request.GetTypedHeaders().IfMatch is not { Count: > 0 } wanted
            ? request.Headers.IfMatch.Count == 0
            : wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Of(memo), useStrongComparison: true));
}
