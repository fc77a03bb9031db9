using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data;

/// <summary>A column of JSON that is one value to the code: read whole, written whole, never changed in place.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public static void IsJson<T>(this PropertyBuilder<T> property)
        where T : class
    {
        property.HasColumnType("jsonb").HasConversion(
            value => Write(value),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>((one, other) => Write(one) == Write(other), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);
}
