using System.Text;

namespace Mosaic.Bench.Load;

/// <summary>A request as it goes over the wire, made once and sent often.</summary>
internal static class Request
{
    public static byte[] Get(string path, string? key = null) => Bytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{Credential(key)}\r\n");

    /// <summary>As a page asks, whose person is known by a cookie.</summary>
    public static byte[] GetWithCookie(string path, string cookie) => Bytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");

    public static byte[] Post(string path, string json, string? key = null) => Bytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{Credential(key)}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static string Credential(string? key) => key is null ? "" : $"Authorization: Bearer {key}\r\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
