using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data;

/// <summary>Column names follow PostgreSQL's habit: <c>RevisionCount</c> is kept in <c>revision_count</c>.</summary>
internal static partial class SnakeCaseNames
{
    public static void UseSnakeCaseNames(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(WordStart().Replace(property.Name, "_$0").ToLowerInvariant());
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
