using Microsoft.AspNetCore.WebUtilities;

namespace Mosaic.Web.Platform.Files;

/// <summary>A multipart form as it streams in: one file, and short fields before and after it.</summary>
internal sealed class UploadForm(MultipartReader reader)
{
    private const int MostFields = 16;
    private const int LongestField = 1_000;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads up to the first file, whose bytes come next; null when there is none.</summary>
    public async Task<FileMultipartSection?> FindFileAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { FileStream: not null } file) return file;
            await KeepAsync(section, cancellationToken);
        }
        return null;
    }

    /// <summary>What the form said beside the file; reads it to its end.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadFieldsAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section) await KeepAsync(section, cancellationToken);
        return _fields;
    }

    private async Task KeepAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (section.AsFormDataSection() is not { } field || _fields.Count >= MostFields) return;
        var value = await field.GetValueAsync(cancellationToken);
        if (value.Length <= LongestField) _fields[field.Name] = value;
    }
}
