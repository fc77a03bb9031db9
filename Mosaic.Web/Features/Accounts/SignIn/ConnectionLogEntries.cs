using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.SignIn;

internal static class ConnectionLogEntries
{
    /// <summary>A line of the sign-in log for this request, or for no request at all. Long names and agents are cut to what the log keeps.</summary>
    public static ConnectionLog LogEntry(this HttpContext? http, Guid? userId, string name, string action, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        UserName = Cut(name, 254),
        IpAddress = http?.Connection.RemoteIpAddress?.ToString(),
        UserAgent = http is null ? null : Cut(http.Request.Headers.UserAgent.ToString(), 400),
        Action = action,
        CreatedAt = now,
    };

    /// <summary>The database refuses the character with the number zero, and counts letters, not halves of them.</summary>
    private static string Cut(string text, int length)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
