using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

[DbContext(typeof(MosaicDb)), Migration("0003_admin_audit")]
public sealed class M0003AdminAudit : SqlMigration;
