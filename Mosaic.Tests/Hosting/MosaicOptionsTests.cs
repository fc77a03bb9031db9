using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Mosaic.Web.Hosting;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Tests.Hosting;

public sealed class MosaicOptionsTests
{
    [Fact]
    public void Nothing_set_is_fine_and_believes_no_proxy()
    {
        var options = Read();
        Assert.Null(options.Database);
        Assert.Null(options.FirstAdmin);
        Assert.Empty(options.TrustedProxies);
        Assert.True(Path.IsPathRooted(options.DataDirectory));
        Assert.Equal(10, options.Limits.SignIn);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_each_by_its_key()
    {
        var failures = Failures(
            ("MOSAIC_DATA", typeof(MosaicOptionsTests).Assembly.Location),
            ("MOSAIC_DB", "Nonsense=1"),
            ("MOSAIC_SETUP_CODE", "short"),
            ("MOSAIC_ADMIN_USER", "ada"),
            ("MOSAIC_TRUSTED_PROXIES", "10.0.0.1, my-proxy"),
            ("MOSAIC_LIMIT_WRITES", "many"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"));
        string[] keys =
        [
            "MOSAIC_DATA", "MOSAIC_DB", "MOSAIC_SETUP_CODE", "MOSAIC_ADMIN_EMAIL", "MOSAIC_ADMIN_PASSWORD", "MOSAIC_TRUSTED_PROXIES",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "MOSAIC_LIMIT_WRITES",
        ];
        Assert.Equal(keys, failures.Select(failure => failure.Split(' ')[0]));
        Assert.All(failures, failure => Assert.EndsWith(".", failure.Replace("…", ".", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_of_the_database_or_the_admin_is_in_no_complaint()
    {
        var failures = Failures(("ConnectionStrings:Mosaic", "Password=hunter22;Nonsense=1"), ("MOSAIC_ADMIN_USER", "ada"),
            ("MOSAIC_ADMIN_EMAIL", "ada"), ("MOSAIC_ADMIN_PASSWORD", "hunter22"));
        Assert.Equal(["ConnectionStrings__Mosaic", "MOSAIC_ADMIN_PASSWORD", "MOSAIC_ADMIN_EMAIL"], failures.Select(failure => failure.Split(' ')[0]));
        Assert.DoesNotContain("hunter22", string.Concat(failures), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_admin_is_printed_without_the_password() =>
        Assert.DoesNotContain("hunter22", new FirstAdmin("ada", "ada@example.org", "hunter22").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1/32")]
    [InlineData("172.16.0.0/12", "172.16.0.0/12")]
    [InlineData("::1", "::1/128")]
    public void A_trusted_proxy_is_an_address_or_a_network(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(("MOSAIC_TRUSTED_PROXIES", text)).TrustedProxies).ToString());

    [Fact]
    public void A_misspelt_variable_is_noticed()
    {
        var environment = new Dictionary<string, string> { ["MOSAIC_DATA"] = "x", ["MOSAIC_DTAA"] = "x", ["PATH"] = "x" };
        Assert.Equal(["MOSAIC_DTAA"], MosaicKeys.UnknownIn(environment));
    }

    private static MosaicOptions Read(params (string Key, string Value)[] settings) => MosaicOptionsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());

    private static IEnumerable<string> Failures(params (string Key, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures;
}
