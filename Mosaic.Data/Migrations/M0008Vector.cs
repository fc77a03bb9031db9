using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

[DbContext(typeof(MosaicDb)), Migration("0008_vector")]
public sealed class M0008Vector : SqlMigration;
