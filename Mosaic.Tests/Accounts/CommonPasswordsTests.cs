using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Tests.Accounts;

public sealed class CommonPasswordsTests
{
    [Fact]
    public void At_least_ten_thousand_are_known() => Assert.True(CommonPasswords.Count >= 10_000, $"{CommonPasswords.Count}");

    [Theory]
    [InlineData("password123")]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("qwertyuiop")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("1234567890")]
    [InlineData("9876543210")]
    [InlineData("abcdefghijk")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou123")]
    [InlineData("Welcome2024!")]
    [InlineData("Summer2025!")]
    [InlineData("administrator")]
    [InlineData("letmein123")]
    [InlineData("changeme123")]
    [InlineData("liverpool1")]
    public void What_guessers_try_first_is_common(string password) => Assert.True(CommonPasswords.Contains(password));

    [Theory]
    [InlineData("a quiet lamp at 7")]
    [InlineData("correct-mule-battery")]
    [InlineData("vT9#kq2LxW")]
    public void What_nobody_guesses_is_not(string password) => Assert.False(CommonPasswords.Contains(password));
}
