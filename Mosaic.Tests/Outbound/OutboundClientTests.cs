using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mosaic.Web.Platform.Outbound;

namespace Mosaic.Tests.Outbound;

public sealed class OutboundClientTests : IAsyncLifetime
{
    private readonly FarServer _far = new();

    public async ValueTask InitializeAsync()
    {
        await _far.InitializeAsync();
        _far.Names["far.example"] = () => [FarServer.Far];
    }

    public ValueTask DisposeAsync() => _far.DisposeAsync();

    [Fact]
    public async Task A_page_of_the_open_internet_is_fetched()
    {
        var answer = Assert.IsType<OutboundAnswer.Received>(await GetAsync("http://far.example/"));
        Assert.Equal((HttpStatusCode.OK, "hello"), (answer.Status, Encoding.UTF8.GetString(answer.Body)));
        Assert.Equal(FarServer.Far, Assert.Single(_far.Connected).Address);
    }

    [Theory]
    [InlineData("ftp://far.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://far.example:22/")]
    [InlineData("http://far.example:5432/")]
    [InlineData("http://user:secret@far.example/")]
    [InlineData("http://localhost/")]
    [InlineData("http://printer/")]
    [InlineData("http://db.internal/")]
    [InlineData("http://a.localhost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://unknown.example/")]
    public async Task Other_addresses_are_refused_without_a_connection(string address)
    {
        Assert.IsType<OutboundAnswer.Refused>(await GetAsync(address));
        Assert.Empty(_far.Connected);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("169.254.169.254")]
    public async Task A_name_that_leads_inside_is_refused_even_beside_an_honest_address(string inside)
    {
        _far.Names["mixed.example"] = () => [FarServer.Far, IPAddress.Parse(inside)];
        Assert.Contains("open internet", Refusal(await GetAsync("http://mixed.example/")), StringComparison.Ordinal);
        Assert.Empty(_far.Connected);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_gains_nothing()
    {
        var asked = 0;
        _far.Names["rebind.example"] = () => [asked++ == 0 ? FarServer.Far : IPAddress.Loopback];
        _far.Answer = context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("x");
        };
        using var client = _far.Client();
        Assert.IsType<OutboundAnswer.Received>(await client.GetAsync(new Uri("http://rebind.example/"), new OutboundLimits(), default));
        Assert.IsType<OutboundAnswer.Refused>(await client.GetAsync(new Uri("http://rebind.example/"), new OutboundLimits(), default));
        Assert.Equal(FarServer.Far, Assert.Single(_far.Connected).Address);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://far.example:6379/")]
    [InlineData("//169.254.169.254/")]
    public async Task A_redirect_is_checked_like_any_address(string to)
    {
        _far.Answer = context => Redirect(context, to);
        Assert.IsType<OutboundAnswer.Refused>(await GetAsync("http://far.example/"));
        Assert.Single(_far.Connected);
    }

    [Fact]
    public async Task Redirects_are_followed_five_times()
    {
        var hops = 5;
        _far.Answer = context => hops-- > 0 ? Redirect(context, "/next") : context.Response.WriteAsync("there");
        Assert.IsType<OutboundAnswer.Received>(await GetAsync("http://far.example/"));
        hops = 6;
        Assert.Contains("on and on", Refusal(await GetAsync("http://far.example/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_answers_and_small_ones_that_unfold_are_cut_off()
    {
        _far.Answer = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            for (var megabyte = 0; megabyte < 50; megabyte++) await zip.WriteAsync(new byte[1_048_576], context.RequestAborted);
        };
        Assert.Contains("too large", Refusal(await GetAsync("http://far.example/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stalls_is_left()
    {
        _far.Answer = async context =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        using var client = _far.Client();
        var answer = await client.GetAsync(new Uri("http://far.example/"), new OutboundLimits { Within = TimeSpan.FromMilliseconds(300) }, default);
        Assert.Contains("in time", Refusal(answer), StringComparison.Ordinal);
    }

    private async Task<OutboundAnswer> GetAsync(string address)
    {
        using var client = _far.Client();
        return await client.GetAsync(new Uri(address), new OutboundLimits(), default);
    }

    private static string Refusal(OutboundAnswer answer) => Assert.IsType<OutboundAnswer.Refused>(answer).Sentence;

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
