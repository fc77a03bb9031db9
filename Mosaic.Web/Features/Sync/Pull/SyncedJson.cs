using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Sync;

namespace Mosaic.Web.Features.Sync.Pull;

/// <summary>How a synced row is written for devices: as the API writes everything, without what is <see cref="UnsyncedAttribute"/>.</summary>
internal static class SyncedJson
{
    public static JsonSerializerOptions Of(IOptions<JsonOptions> json) => new(json.Value.SerializerOptions)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepBack } },
    };

    private static void KeepBack(JsonTypeInfo row)
    {
        if (!row.Type.IsAssignableTo(typeof(ISynced))) return;
        foreach (var property in row.Properties.ToList())
        {
            // Rows are only ever written here.
            property.IsRequired = false;
            if (property.AttributeProvider?.IsDefined(typeof(UnsyncedAttribute), inherit: true) is true) row.Properties.Remove(property);
        }
    }
}
