using Microsoft.AspNetCore.Identity;

namespace Mosaic.Data.Accounts;

/// <summary>A person with an account.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>Shown instead of the user name; at most 50 characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>At most 160 characters.</summary>
    public string? Bio { get; set; }

    public Guid? AvatarResourceId { get; set; }

    /// <summary>An IANA name such as <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>What is written before this local time still belongs to the day before.</summary>
    public TimeOnly DayEndsAt { get; set; } = new(4, 0);

    /// <summary>A BCP 47 tag; decides how dates and numbers are written.</summary>
    public string Language { get; set; } = "en";

    /// <summary><c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; set; } = "system";

    /// <summary>A disabled account cannot sign in and its open pages end within seconds.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Set when an admin chose the password: nothing else works until the person has chosen their own.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The display name where there is one, else the user name.</summary>
    public string ShownName => string.IsNullOrWhiteSpace(DisplayName) ? UserName! : DisplayName;
}
