using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Profile;

public partial class ProfilePage(ProfileService profiles, AvatarService avatars, NavigationManager navigation)
{
    private static readonly (string, string)[] Themes = [("system", "As the device has it"), ("light", "Light"), ("dark", "Dark")];

    private readonly IReadOnlyList<(string, string)> _languages = ProfileChoices.Languages;
    private IReadOnlyList<(string, string)> _zones = [];
    private FieldErrors _errors = new();
    private Profile? _profile;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private bool Saved { get; set; }

    [SupplyParameterFromForm] private ProfileForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _profile = await profiles.FindAsync(Http.User.UserId(), Http.RequestAborted) ?? throw new InvalidOperationException("The account is gone.");
        Form ??= new ProfileForm
        {
            DisplayName = _profile.DisplayName,
            Bio = _profile.Bio,
            TimeZone = _profile.TimeZone,
            DayEndsAt = _profile.DayEndsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            Language = _profile.Language,
            Theme = _profile.Theme,
        };
        _zones = [.. ProfileChoices.TimeZonesInOrder.Append(_profile.TimeZone).Distinct().Select(zone => (zone, zone.Replace('_', ' ')))];
    }

    private bool IsFirst(string field) => _errors.First == field;

    private async Task SaveAsync()
    {
        var userId = Http.User.UserId();
        _errors = await profiles.SaveAsync(userId, Form!, Http.RequestAborted);
        if (_errors.Any) return;
        if (Form!.Avatar is { Length: > 0 } picture) _errors.Add("Avatar", await avatars.ChangeAsync(userId, picture, Http.RequestAborted));
        else if (Form.RemoveAvatar) await avatars.RemoveAsync(userId, Http.RequestAborted);
        if (!_errors.Any) navigation.NavigateTo("/account?saved=true");
    }
}
