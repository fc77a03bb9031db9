using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;

namespace Mosaic.Web.Platform.Sync;

/// <summary>Reads what a device sent of a row.</summary>
public static class SyncJson
{
    /// <summary>Null where it is not that of such a row.</summary>
    public static T? Read<T>(JsonElement? data, JsonOptions options)
        where T : class
    {
        try
        {
            return data?.Deserialize<T>(options.SerializerOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
