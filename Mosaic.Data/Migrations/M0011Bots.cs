using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

[DbContext(typeof(MosaicDb)), Migration("0011_bots")]
public sealed class M0011Bots : SqlMigration;
