namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>A provider's key in clear, on its way to the provider. It does not show itself, so that no log has it by accident.</summary>
public sealed class AiSecret(string value)
{
    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
