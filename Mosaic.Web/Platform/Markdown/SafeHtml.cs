namespace Mosaic.Web.Platform.Markdown;

/// <summary>HTML that may be put on a page as it is. There is no way to make one that did not pass <see cref="HtmlSanitiser"/>.</summary>
public readonly record struct SafeHtml
{
    private readonly string? _html;

    private SafeHtml(string html) => _html = html;

    /// <summary>Keeps what the allow-list knows and drops or unwraps the rest.</summary>
    public static SafeHtml Of(string untrusted) => new(HtmlSanitiser.Sanitise(untrusted));

    public override string ToString() => _html ?? "";
}
