using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Bench.Ground;

/// <summary>For those services of the app that are asked to prepare something here.</summary>
internal sealed class Contexts(string connectionString) : IDbContextFactory<MosaicDb>
{
    // Without a pool, whose connections would outlive the database.
    public MosaicDb CreateDbContext() => Databases.ContextOf(connectionString + ";Pooling=false");
}
