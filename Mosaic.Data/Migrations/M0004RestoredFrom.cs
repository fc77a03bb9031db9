using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

[DbContext(typeof(MosaicDb)), Migration("0004_restored_from")]
public sealed class M0004RestoredFrom : SqlMigration;
