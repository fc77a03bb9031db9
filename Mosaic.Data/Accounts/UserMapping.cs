using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("users");
        entity.Ignore(user => user.ShownName);
        // Phones and authenticator apps are not part of Mosaic yet; their columns come with them.
        entity.Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed).Ignore(user => user.TwoFactorEnabled);
        // Identity declares these nullable; ours are always there.
        entity.Property(user => user.UserName).IsRequired();
        entity.Property(user => user.NormalizedUserName).IsRequired();
        entity.Property(user => user.Email).IsRequired();
        entity.Property(user => user.NormalizedEmail).IsRequired();
        entity.Property(user => user.SecurityStamp).IsRequired();
        entity.Property(user => user.ConcurrencyStamp).IsRequired().IsConcurrencyToken();
    }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> entity)
    {
        entity.ToTable("roles");
        entity.Property(role => role.Name).IsRequired();
        entity.Property(role => role.NormalizedName).IsRequired();
    }
}

internal sealed class UserRoleMapping : IEntityTypeConfiguration<IdentityUserRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> entity)
    {
        entity.ToTable("user_roles");
        entity.HasKey(link => new { link.UserId, link.RoleId });
    }
}

internal sealed class UserClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> entity)
    {
        entity.ToTable("user_claims");
        entity.Property(claim => claim.ClaimType).IsRequired();
    }
}

internal sealed class RoleClaimMapping : IEntityTypeConfiguration<IdentityRoleClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRoleClaim<Guid>> entity)
    {
        entity.ToTable("role_claims");
        entity.Property(claim => claim.ClaimType).IsRequired();
    }
}
