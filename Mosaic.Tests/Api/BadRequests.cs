using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mosaic.Tests.Api;

/// <summary>Requests that are wrong, made from what the OpenAPI document says of an operation.</summary>
internal static class BadRequests
{
    private const string Json = "application/json";

    private static readonly string[] BadValues =
    [
        "", "abc", "-1", "0", "201", "99999999999999999999999999", "1e309", "NaN", "null", "true", "%00", "%", "%ff%fe", "'; DROP TABLE memos; --", "\uFFFE",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0000-00-00", "2026-02-30", "2026-13-01T00:00:00Z", "9999-12-31", "0001-01-01", "2026-01-01T00:00:00+99:00",
        new string('x', 6_000), "CfDJ8AAAA", "😀", "\\", "*", "(", "[a", "a&b|c:*", "_%_",
    ];

    private static readonly string[] BadJson =
    [
        "", " ", "{", "}", "[", "null", "true", "0", "\"text\"", "[]", "{}", "[{}]", "{\"a\":1,}", "{'a':1}", "nul", "{\"content\":\"\\ud800\"}", "\u0000", "{\"a\":\"\u0000\"}",
        "{\"a\":" + new string('[', 200) + new string(']', 200) + "}", new string('{', 5_000), "<xml/>", "\uFEFF{}", "{\"a\":1}{\"b\":2}", "/* a */ {}", "{\"__proto__\":{}}",
    ];

    private static readonly JsonNode?[] BadFields =
    [
        null, "", " ", "text", "\0", "a\0b", "\uFFFE", "😀", new string('x', 200_001), -1, 0, 1, 1.5, int.MaxValue, long.MaxValue, 1e300, true, false,
        new JsonArray(), new JsonObject(), new JsonArray((JsonNode?)null), new JsonArray("", "\0", "a b", new string('t', 200)), new JsonArray(1, 2),
        new JsonArray([.. Enumerable.Range(0, 2_000).Select(n => (JsonNode)$"tag{n}")]), new JsonObject { ["memo"] = "made up" }, new JsonObject { ["memo"] = 5, ["\0"] = null },
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01", "9999-12-31", "00000000-0000-0000-0000-000000000000", "not-a-guid",
    ];

    public static IEnumerable<(string What, Func<HttpRequestMessage> Make)> For(ApiOperation operation, string address, JsonElement document)
    {
        foreach (var request in Methods(address, operation)) yield return request;
        foreach (var request in Places(operation)) yield return request;
        foreach (var request in Query(operation, address)) yield return request;
        foreach (var request in Headers(operation, address)) yield return request;
        if (operation.Body is { MediaType: Json }) foreach (var request in Bodies(operation, address, document)) yield return request;
        if (operation.Body is { MediaType: "multipart/form-data" }) foreach (var request in Forms(operation, address)) yield return request;
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Methods(string address, ApiOperation operation)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "NONSENSE" })
            if (!method.Equals(operation.Method.Method, StringComparison.OrdinalIgnoreCase) && method != "HEAD" && !operation.Id.StartsWith("delete", StringComparison.Ordinal))
                yield return ($"method {method} on {operation.Path}/nothing", () => new HttpRequestMessage(new HttpMethod(method), address + "/nothing"));
        yield return ("a browser at a wrong address", () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address + "/nothing");
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            return request;
        }
        );
        yield return ("an unknown method", () => new HttpRequestMessage(new HttpMethod("NONSENSE"), address));
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Places(ApiOperation operation)
    {
        if (!operation.HasPlaces) yield break;
        // The web server itself refuses the number zero in a path, before anything of ours is asked.
        foreach (var value in BadValues.Where(value => value.Length is > 0 and < 2_000 && value != "%00").Append(Guid.NewGuid().ToString()))
            yield return ($"place {value}", () => Request(operation, operation.Path.Replace("{id}", Escape(value), StringComparison.Ordinal).Replace("{number}", Escape(value), StringComparison.Ordinal)));
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Query(ApiOperation operation, string address)
    {
        foreach (var name in operation.Query.Append("unknown"))
            foreach (var value in BadValues)
                yield return ($"{name}={Short(value)}", () => Request(operation, $"{address}?{name}={Escape(value)}"));
        foreach (var name in operation.Query)
            yield return ($"{name} twice", () => Request(operation, $"{address}?{name}=1&{name}=2"));
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Headers(ApiOperation operation, string address)
    {
        foreach (var (name, value) in new[]
        {
            ("If-Match", "nonsense"), ("If-Match", "\"\""), ("If-Match", "W/\"1\""), ("If-Match", "\"999999999999999999999\""), ("Range", "bytes=9-1"), ("Range", "bytes=99999999999999999999-"),
            ("Range", "lines=1-2"), ("Idempotency-Key", new string('k', 300)), ("Idempotency-Key", " "), ("Accept", "text/html"), ("Accept", "nonsense"), ("Accept", "image/png;q=0.1"),
            ("If-Modified-Since", "yesterday"), ("X-File-Name", "%ff%00"),
        })
            yield return ($"{name}: {Short(value)}", () =>
            {
                var request = Request(operation, address);
                request.Headers.TryAddWithoutValidation(name, value);
                return request;
            }
            );
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Bodies(ApiOperation operation, string address, JsonElement document)
    {
        foreach (var body in BadJson) yield return ($"body {Short(body)}", () => Request(operation, address, new StringContent(body, Encoding.UTF8, Json)));
        yield return ("bytes that are no text", () => Request(operation, address, Bytes([0xff, 0xfe, 0x80, 0x00], Json)));
        yield return ("a body of 5 MB", () =>
        {
            var request = Request(operation, address, new StringContent($"{{\"content\":\"{new string('x', 5 << 20)}\"}}", Encoding.UTF8, Json));
            // Asks before it sends, so that the refusal is heard.
            request.Headers.ExpectContinue = true;
            return request;
        }
        );
        foreach (var type in new[] { "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=utf-32", "application/json; charset=nonsense" })
            yield return ($"as {type}", () => Request(operation, address, Bytes("{}"u8.ToArray(), type)));
        yield return ("no body", () => Request(operation, address));
        foreach (var field in FieldsOf(operation, document))
            foreach (var value in BadFields)
                yield return ($"{field}: {Short(value?.ToJsonString() ?? "null")}", () => Request(operation, address, Example(operation, example => example[field] = value?.DeepClone())));
        foreach (var field in FieldsOf(operation, document))
            yield return ($"without {field}", () => Request(operation, address, Example(operation, example => example.Remove(field))));
    }

    private static IEnumerable<(string, Func<HttpRequestMessage>)> Forms(ApiOperation operation, string address)
    {
        foreach (var (what, type, body) in new[]
        {
            ("no parts", "multipart/form-data; boundary=x", "--x--\r\n"), ("no boundary", "multipart/form-data", "--x\r\n\r\n"), ("cut off", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"),
            ("a long boundary", "multipart/form-data; boundary=" + new string('b', 500), ""), ("nothing", "multipart/form-data; boundary=x", ""),
            ("a bad memoId", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"memoId\"\r\n\r\nnonsense\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\"\r\n\r\nabc\r\n--x--\r\n"),
            ("an empty file", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n\r\n--x--\r\n"),
            ("many headers", "multipart/form-data; boundary=x", "--x\r\n" + string.Concat(Enumerable.Range(0, 50).Select(n => $"H{n}: x\r\n")) + "\r\nabc\r\n--x--\r\n"),
        })
            yield return (what, () => Request(operation, address, Bytes(Encoding.UTF8.GetBytes(body), type)));
    }

    /// <summary>The fields of what it takes, as the document tells them.</summary>
    private static IEnumerable<string> FieldsOf(ApiOperation operation, JsonElement document)
    {
        var schema = operation.Body!.Value.Media.GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Name) : [];
    }

    private static StringContent Example(ApiOperation operation, Action<JsonObject> spoil)
    {
        var example = (operation.RequestExample ?? new JsonObject()).AsObject();
        spoil(example);
        return new StringContent(example.ToJsonString(), Encoding.UTF8, Json);
    }

    private static HttpRequestMessage Request(ApiOperation operation, string address, HttpContent? content = null) => new(operation.Method, address) { Content = content };

    private static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>Those that begin with % are sent as they are: they are bad escapes.</summary>
    private static string Escape(string value) => value.StartsWith('%') ? value : Uri.EscapeDataString(value);

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}… ({text.Length})";
}
