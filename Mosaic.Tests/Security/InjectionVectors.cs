namespace Mosaic.Tests.Security;

/// <summary>Texts that try to run something or to lead somebody astray, across the classes that are known to have worked somewhere. All of them call
/// <c>harm()</c>: a browser that defines it learns of any that succeeds. Put them wherever people write.</summary>
public static class InjectionVectors
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. TagVectors.All, .. HandlerVectors.All, .. ProtocolVectors.All, .. ForeignContentVectors.All, .. MarkdownVectors.All, .. EncodingVectors.All, .. OwnSyntaxVectors.All,
    ];
}
