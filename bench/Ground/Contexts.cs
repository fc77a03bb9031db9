using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Bench.Ground;

/// <summary>For those services of the app that are asked to prepare something here.</summary>
internal sealed class Contexts(string connectionString) : IDbContextFactory<MosaicDb>
{
    public MosaicDb CreateDbContext() => Databases.ContextOf(connectionString);
}
