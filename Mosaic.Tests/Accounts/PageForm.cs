using System.Net;
using System.Text.RegularExpressions;

namespace Mosaic.Tests.Accounts;

/// <summary>Fills in the form of a static page as a browser without script does.</summary>
internal static partial class PageForm
{
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string address, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. await StartAsync(client, address, handler), .. fields.Select(field => KeyValuePair.Create("Form." + field.Name, field.Value))]);
        return await client.PostAsync(address, form);
    }

    /// <summary>Sends a form of the page that goes to an address of its own.</summary>
    public static async Task<HttpResponseMessage> SendToAsync(this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. await StartAsync(client, page, ""), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(address, form);
    }

    public static async Task<HttpResponseMessage> SendFileAsync(
        this HttpClient client, string address, string handler, string fileField, string fileName, byte[] bytes, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await StartAsync(client, address, handler)) form.Add(new StringContent(value), name);
        foreach (var (name, value) in fields) form.Add(new StringContent(value), "Form." + name);
        form.Add(new ByteArrayContent(bytes), "Form." + fileField, fileName);
        return await client.PostAsync(address, form);
    }

    public static async Task<string> TextAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task<List<KeyValuePair<string, string>>> StartAsync(HttpClient client, string address, string handler)
    {
        var page = await client.GetStringAsync(address);
        var token = Token().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"{address} shows no form:\n{page}");
        return [new("__RequestVerificationToken", token), new("_handler", handler)];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
