namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>What people say about themselves. Text as it was typed; an empty field clears what was there.</summary>
public sealed class ProfileForm
{
    public string? DisplayName { get; set; }
    public string? Bio { get; set; }
    public string TimeZone { get; set; } = "UTC";
    public string DayEndsAt { get; set; } = "04:00";
    public string Language { get; set; } = "en";
    public string Theme { get; set; } = "system";

    /// <summary>A new picture, where one was chosen.</summary>
    public IFormFile? Avatar { get; set; }

    public bool RemoveAvatar { get; set; }
}
