using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Tests.Accounts;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("ada")]
    [InlineData("Ada_L.1815")]
    [InlineData("a")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_.0123")]
    public void Names_of_letters_digits_underscore_and_dot_may_be_used(string name) => Assert.Null(AccountRules.UserNameRefusal(name));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ada@home")]
    [InlineData("adä")]
    [InlineData("ada\n")]
    [InlineData("<b>")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_.01234")]
    public void Other_names_are_refused_with_a_sentence(string name) => Assert.EndsWith(".", AccountRules.UserNameRefusal(name));

    [Theory]
    [InlineData("ada@example.org", true)]
    [InlineData("ada+memo@sub.example.org", true)]
    [InlineData("", false)]
    [InlineData("ada", false)]
    [InlineData("ada@", false)]
    [InlineData("Ada <ada@example.org>", false)]
    [InlineData("ada@example.org\r\nBcc: all@example.org", false)]
    public void An_address_looks_like_one(string email, bool isGood) => Assert.Equal(isGood, AccountRules.EmailRefusal(email) is null);

    [Theory]
    [InlineData("short one")]
    [InlineData("")]
    [InlineData("ada_lovelace")]
    [InlineData("ADA@example.org")]
    public void A_password_that_is_short_or_the_name_is_refused(string password) =>
        Assert.NotNull(PasswordRules.Refusal(password, "ada_lovelace", "ada@example.org"));

    [Theory]
    [InlineData("four green boats")]
    [InlineData("          ")]
    [InlineData("kjwqnvbtpz")]
    [InlineData("пароль из шести слов")]
    public void No_composition_is_asked_for(string password)
    {
        var isBlank = string.IsNullOrWhiteSpace(password);
        Assert.Equal(isBlank, PasswordRules.Refusal(password, "ada", "ada@example.org") is not null);
    }

    [Fact]
    public void A_password_of_megabytes_is_refused_before_anything_hashes_it() =>
        Assert.NotNull(PasswordRules.Refusal(new string('x', 257) + Guid.NewGuid(), "ada", "ada@example.org"));

    [Fact]
    public void All_that_is_wrong_is_said_at_once_in_the_order_of_the_form()
    {
        var errors = AccountRules.Check(new NewAccount("a b", "nowhere", "short"));
        Assert.Equal("UserName", errors.First);
        Assert.All(["UserName", "Email", "Password"], field => Assert.NotNull(errors[field]));
    }
}
