namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>A field beside a file.</summary>
/// <param name="Name">As the form has it.</param>
/// <param name="Format">Such as <c>uuid</c>; null for any text.</param>
/// <param name="Description">What it says.</param>
internal sealed record UploadField(string Name, string? Format, string Description);
