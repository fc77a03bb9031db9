using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>The provider of one purpose as an admin may see it: all but the key. <paramref name="IsOwn"/> is false where chat's provider answers too.</summary>
public sealed record AiProviderState(AiPurpose Purpose, bool IsOwn, AiProviderEdit Settings, bool HasKey, string? KeyEnding, bool IsKeyLost);
