using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Log;
using Mosaic.Web.Features.Accounts.Profile;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Accounts;

public sealed class SmallRulesTests
{
    [Theory]
    [InlineData("/tags?q=a", "/tags?q=a")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=1", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil", "/")]
    public void After_signing_in_one_stays_in_the_house(string? wanted, string goes) => Assert.Equal(goes, LocalAddress.Of(wanted));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128.0 Safari/537.36 Edg/128.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/128.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari on iPhone")]
    [InlineData("something", "Unknown device")]
    [InlineData(null, "Unknown device")]
    public void A_device_gets_a_name_people_know(string? agent, string name) => Assert.Equal(name, DeviceNames.Of(agent));

    [Fact]
    public void Empty_profile_fields_clear_what_was_there()
    {
        Assert.Null(ProfileRules.Cleaned("  \n "));
        Assert.Equal("Ada", ProfileRules.Cleaned(" A\u0000d\u0007a "));
        Assert.False(ProfileRules.Check(new ProfileForm()).Any);
    }

    [Fact]
    public void Profile_fields_are_counted_as_the_database_counts()
    {
        Assert.Null(ProfileRules.Check(new ProfileForm { Bio = string.Concat(Enumerable.Repeat("🌱", 160)) })["Bio"]);
        Assert.Contains("161", ProfileRules.Check(new ProfileForm { Bio = new string('x', 161) })["Bio"]);
        Assert.NotNull(ProfileRules.Check(new ProfileForm { DisplayName = new string('x', 51) })["DisplayName"]);
    }

    [Theory]
    [InlineData("TimeZone", "Mars/Olympus")]
    [InlineData("DayEndsAt", "25:00")]
    [InlineData("Language", "xx")]
    [InlineData("Theme", "pink")]
    public void Choices_come_from_the_lists(string field, string value)
    {
        var form = new ProfileForm();
        typeof(ProfileForm).GetProperty(field)!.SetValue(form, value);
        Assert.NotNull(ProfileRules.Check(form)[field]);
    }

    [Fact]
    public void The_lists_offer_what_the_rules_take()
    {
        Assert.All(ProfileChoices.Languages, language => Assert.Null(ProfileRules.Check(new ProfileForm { Language = language.Tag })["Language"]));
        Assert.Contains("Europe/Berlin", ProfileChoices.TimeZonesInOrder);
        Assert.Empty(ProfileChoices.TimeZonesInOrder.Except(ProfileChoices.TimeZones));
    }

    [Fact]
    public void Settings_survive_being_written_and_nonsense_leaves_the_default()
    {
        var settings = new AppSettings { Registration = RegistrationMode.Invitation, TrashDays = 7, UploadLimitMegabytes = 5, ConnectionLogDays = 90 };
        Assert.Equal(settings, AppSettingsRows.Read(AppSettingsRows.Of(settings).ToDictionary(row => row.Key, row => row.Value)));
        Assert.Equal(new AppSettings(), AppSettingsRows.Read(new Dictionary<string, string>
        {
            ["registration"] = "7",
            ["trash_days"] = "-1",
            ["upload_limit_megabytes"] = "many",
            ["connection_log_days"] = "99999",
        }));
    }

    [Fact]
    public void Tries_come_back_when_their_time_is_over()
    {
        var clock = new Support.TestClock();
        var attempts = new Attempts(2, TimeSpan.FromMinutes(5), clock);
        attempts.Take();
        clock.Advance(TimeSpan.FromMinutes(3));
        attempts.Take();
        Assert.True(attempts.AreSpent);
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.False(attempts.AreSpent);
    }
}
