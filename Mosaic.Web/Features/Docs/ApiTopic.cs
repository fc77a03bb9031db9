namespace Mosaic.Web.Features.Docs;

/// <summary>Operations that belong together.</summary>
internal sealed record ApiTopic(string Name, IReadOnlyList<ApiOperation> Operations)
{
    public string Anchor => "topic-" + Name.ToLowerInvariant().Replace(' ', '-');
}
