using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

[DbContext(typeof(MosaicDb)), Migration("0005_vector")]
public sealed class M0005Vector : SqlMigration;
