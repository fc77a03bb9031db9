using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>The OpenAPI document is complete and true: every operation it lists is called as it says, and answers as it says. Those that come later too.</summary>
public sealed class ApiDocumentHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Every_operation_is_called_by_its_example_and_answers_in_its_shape()
    {
        var (operations, document) = await ApiOperation.ReadAllAsync(app);
        Assert.True(operations.Count > 20, "The document lists hardly anything.");
        var schemas = new ApiSchemas(document);
        var offences = new List<string>();
        foreach (var operation in operations)
        {
            var answer = await CallAsync(operation);
            var status = (int)answer.StatusCode;
            if (status is < 200 or > 299 || !operation.Statuses.Contains(status))
                offences.Add($"{operation}: {status} {await answer.Content.ReadAsStringAsync()}");
            else if (operation.Answer(status) is ("application/json", var media))
                offences.AddRange(Complaint($"{operation} answers", schemas.Complaints(media.GetProperty("schema"), await answer.Content.ReadFromJsonAsync<JsonElement>())));
        }
        Assert.Equal("", string.Join(Environment.NewLine, offences));
    }

    [Fact]
    public async Task Every_operation_introduces_itself_with_examples_that_fit_their_shape()
    {
        var (operations, document) = await ApiOperation.ReadAllAsync(app);
        var schemas = new ApiSchemas(document);
        var offences = new List<string>();
        foreach (var operation in operations)
        {
            if (!operation.Json.TryGetProperty("summary", out _)) offences.Add($"{operation} has no summary");
            foreach (var (what, media) in Jsons(operation))
                offences.AddRange(media.TryGetProperty("example", out var example)
                    ? Complaint($"{operation} {what}", schemas.Complaints(media.GetProperty("schema"), example))
                    : [$"{operation} {what}: no example"]);
        }
        Assert.Equal(operations.Count, operations.Select(operation => operation.Id).Distinct().Count());
        Assert.Equal("", string.Join(Environment.NewLine, offences));
    }

    [Fact]
    public async Task Every_operation_tells_how_it_refuses()
    {
        var (operations, _) = await ApiOperation.ReadAllAsync(app);
        Assert.All(operations, operation =>
        {
            Assert.Contains(400, operation.Statuses);
            Assert.Contains(429, operation.Statuses);
            if (!operation.IsOpen) Assert.Contains(401, operation.Statuses);
            if (operation.Scope is not null) Assert.Contains(403, operation.Statuses);
            if (operation.HasPlaces) Assert.Contains(404, operation.Statuses);
            Assert.All(operation.Statuses.Where(status => status >= 400), status => Assert.Equal("application/problem+json", operation.Answer(status)!.Value.MediaType));
        });
    }

    private static IEnumerable<(string What, JsonElement Media)> Jsons(ApiOperation operation)
    {
        if (operation.Body is ("application/json", var taken)) yield return ("takes", taken);
        foreach (var status in operation.Statuses)
            if (operation.Answer(status) is { MediaType: "application/json" or "application/problem+json" } answer) yield return ($"answers {status}", answer.Media);
    }

    private static string[] Complaint(string where, string complaints) => complaints.Length == 0 ? [] : [$"{where}: {complaints}"];

    private async Task<HttpResponseMessage> CallAsync(ApiOperation operation)
    {
        using var request = new HttpRequestMessage(operation.Method, await new ApiObjects(app, "ada").FillAsync(operation));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ApiSignIn.AccessTokenAsync(app, "ada"));
        if (operation.Body is { MediaType: "multipart/form-data" })
            request.Content = new MultipartFormDataContent { { new ByteArrayContent(Guid.NewGuid().ToByteArray()), "file", "a.bin" } };
        else if (operation.RequestExample is { } example)
            request.Content = JsonContent.Create(await WithRealSecretsAsync(example));
        return await app.Visitor().SendAsync(request);
    }

    /// <summary>The examples hold no secret that works, and name nothing that is there.</summary>
    private async Task<JsonNode> WithRealSecretsAsync(JsonNode example)
    {
        if (example["password"] is not null) example["password"] = CastMember.Password;
        if (example["refreshToken"] is not null) example["refreshToken"] = (await ApiSignIn.BeginAsync(app, "ada")).RefreshToken;
        if (example["userName"]?.GetValue<string>() == "bob" && example["email"] is not null) (example["userName"], example["email"]) = ("newcomer", "newcomer@example.org");
        if (example["botId"] is not null) example["botId"] = await new ApiObjects(app, "ada").BotAsync();
        return example;
    }
}
