using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>The page at <c>/api</c> says what the OpenAPI document says, to anybody who asks.</summary>
public sealed class ApiPageHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Every_operation_stands_on_the_page_with_its_address_and_its_refusals()
    {
        var page = await PageAsync();
        var document = await app.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var missing = new List<string>();
        var count = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                count++;
                var id = operation.Value.GetProperty("operationId").GetString()!;
                var card = page.GetElementById(id)?.ParentElement?.TextContent ?? "";
                string[] said =
                [
                    operation.Name.ToUpperInvariant(), path.Name, operation.Value.GetProperty("summary").GetString()!,
                    .. operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Name),
                    .. operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(DescriptionOf) : [],
                ];
                missing.AddRange(said.Where(text => !card.Contains(text, StringComparison.Ordinal)).Select(text => $"{id}: {text}"));
            }
        Assert.NotEqual(0, count);
        Assert.Equal("", string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public async Task An_operation_shows_its_scope_and_how_a_request_and_its_answer_look()
    {
        var card = (await PageAsync()).GetElementById("writeMemo")!.ParentElement!.TextContent;
        Assert.Contains("Needs the scope memos:write.", card);
        Assert.Contains("\"content\": \"Bees out early. #garden", card);
        Assert.Contains("\"revisionCount\": 1", card);
        Assert.Contains("Needs no credential.", (await PageAsync()).GetElementById("signIn")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task Every_link_within_the_page_leads_somewhere_and_no_id_stands_twice()
    {
        var page = await PageAsync();
        var ids = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var anchors = page.QuerySelectorAll("a[href^='/api#']").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.NotEmpty(anchors);
        Assert.Equal([], anchors.Except(ids));
    }

    [Fact]
    public async Task The_commands_name_this_server_and_the_first_steps_work_as_written()
    {
        var page = await PageAsync();
        var first = page.QuerySelectorAll("pre").Select(code => code.TextContent).First(text => text.Contains("mos_", StringComparison.Ordinal));
        var address = Regex.Match(first, "\"(http[^\"]+)\"").Groups[1].Value;
        Assert.StartsWith(app.Address.ToString(), address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_limits_are_those_of_this_server()
    {
        await using var strict = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_API"] = "77" } }.StartAsync();
        Assert.Contains("77 requests in five minutes", await strict.Visitor().GetStringAsync("/api"));
    }

    private static string DescriptionOf(JsonElement parameter) =>
        parameter.TryGetProperty("description", out var text) ? text.GetString()! : parameter.GetProperty("name").GetString()!;

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync()
    {
        var answer = await app.Visitor().GetAsync("/api");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
