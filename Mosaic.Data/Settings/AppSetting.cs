using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Settings;

/// <summary>One setting an admin can change while Mosaic runs. <see cref="Value"/> is text; its reader knows the type.</summary>
public sealed class AppSetting
{
    public required string Key { get; init; }
    public required string Value { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class AppSettingMapping : IEntityTypeConfiguration<AppSetting>
{
    public void Configure(EntityTypeBuilder<AppSetting> entity)
    {
        entity.ToTable("app_settings");
        entity.HasKey(setting => setting.Key);
    }
}
