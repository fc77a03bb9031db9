namespace Mosaic.Web.Features.Memos.History;

/// <summary>The texts of two revisions; <paramref name="Old"/> is null where the first revision is shown alone.</summary>
public sealed record ComparedTexts(int Lower, int Upper, string? Old, string New)
{
    /// <summary>What the prerendered page hands over travels in one message, which must stay small; longer texts are read again.</summary>
    private const int MostHandedOver = 1_500;

    public bool IsShort => (Old?.Length ?? 0) + New.Length <= MostHandedOver;
}
