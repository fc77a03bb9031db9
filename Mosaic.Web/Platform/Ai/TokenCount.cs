namespace Mosaic.Web.Platform.Ai;

/// <summary>What a call took. <paramref name="Cached"/> is that part of the input which the provider had read before; estimated means counted from the text.</summary>
public sealed record TokenCount(int Input, int Output, int Cached = 0, bool IsEstimated = false)
{
    public static TokenCount None { get; } = new(0, 0);

    public int Sum => Input + Output;
}
