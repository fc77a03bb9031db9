using System.Xml;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>XML of an archive, read forward, without definitions, entities and other files.</summary>
internal static class ArchiveXml
{
    /// <summary>How deeply elements may be nested.</summary>
    private const int MaxDepth = 1_000;

    /// <summary>Calls back at each node. Broken XML is a refusal; a <c>DOCTYPE</c> is one too, or passed over unread.</summary>
    public static void Read(Stream xml, DtdProcessing definitions, Action<XmlReader> node, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings { DtdProcessing = definitions, XmlResolver = null, MaxCharactersFromEntities = 1, MaxCharactersInDocument = DocumentLimits.MaxUnpacked };
        try
        {
            using var reader = XmlReader.Create(xml, settings);
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader.Depth > MaxDepth) throw new DocumentRefusal(Archive.Broken);
                node(reader);
            }
        }
        catch (XmlException)
        {
            throw new DocumentRefusal(Archive.Broken);
        }
    }
}
