using System.Text.Json;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>How the payload of a job is written.</summary>
public static class JobPayload
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Of<T>(T payload) => JsonSerializer.Serialize(payload, Json);
}
