namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What a program may take that reads a PDF file.</summary>
/// <param name="Time">How long it may work.</param>
/// <param name="Output">How much it may say, in bytes.</param>
internal sealed record PdfLimits(TimeSpan Time, int Output)
{
    public static readonly PdfLimits Usual = new(TimeSpan.FromSeconds(60), 20 << 20);
}
