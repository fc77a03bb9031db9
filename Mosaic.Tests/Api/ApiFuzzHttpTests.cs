using System.Net.Http.Headers;
using System.Text.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>
/// Sends what no program should to every operation of the OpenAPI document: never a failure of ours, always a problem document. What is
/// sent is made from what the document says, so operations that come later are covered without touching this.
/// </summary>
public sealed class ApiFuzzHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Bad_input_is_answered_by_a_problem_document_and_never_by_a_failure()
    {
        await using var patient = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_API"] = "1000000", ["MOSAIC_LIMIT_SIGN_IN"] = "1000000", ["MOSAIC_LIMIT_UPLOADS"] = "1000000" } }.StartAsync();
        var (operations, document) = await ApiOperation.ReadAllAsync(patient);
        Assert.NotEmpty(operations);
        var (key, token) = (await patient.SecretAsync("ada", ApiCallers.AllScopes), await ApiSignIn.AccessTokenAsync(patient, "ada"));
        var client = patient.Visitor();
        var (offences, sent, refused) = (new List<string>(), 0, 0);
        foreach (var operation in operations)
        {
            var address = await new ApiObjects(patient, "ada").FillAsync(operation);
            foreach (var (what, make) in BadRequests.For(operation, address, document))
            {
                using var request = make();
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", operation.Scope == "account" ? token : key);
                using var answer = await client.SendAsync(request);
                sent++;
                if ((int)answer.StatusCode >= 400) refused++;
                offences.AddRange(Wrong(answer, await answer.Content.ReadAsStringAsync()).Select(wrong => $"{operation}, {what}: {wrong}"));
            }
        }
        if (offences.Count > 0) Assert.Fail(string.Join(Environment.NewLine, offences.Take(50).Select(offence => offence[..Math.Min(offence.Length, 300)])));
        Assert.True(sent > 100 * operations.Count / 4 && refused > sent / 2, $"Of {sent} bad requests only {refused} were refused: they are hardly bad.");
    }

    private static IEnumerable<string> Wrong(HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500) yield return $"{status} {body}";
        if (status < 400) yield break;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            yield return $"{status} as {answer.Content.Headers.ContentType}: {body}";
            yield break;
        }
        var problem = JsonDocument.Parse(body).RootElement;
        if (problem.GetProperty("status").GetInt32() != status) yield return "the problem tells another status";
        if (!problem.GetProperty("type").GetString()!.StartsWith("urn:mosaic:problem:", StringComparison.Ordinal)) yield return $"the type is {problem.GetProperty("type")}";
        if (body.Contains("Mosaic.Web", StringComparison.Ordinal) || body.Contains("Npgsql", StringComparison.Ordinal) || body.Contains("   at ", StringComparison.Ordinal))
            yield return $"it tells how we are built: {body}";
    }
}
