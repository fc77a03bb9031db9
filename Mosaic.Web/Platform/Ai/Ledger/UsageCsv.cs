using System.Globalization;
using System.Text;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>The record of calls as a file for spreadsheets (RFC 4180).</summary>
public static class UsageCsv
{
    private const string Heading = "time,user,purpose,provider,model,input_tokens,output_tokens,cached_tokens,estimated,first_token_ms,latency_ms,cost,outcome,classification\r\n";

    public static async Task WriteAsync(IAsyncEnumerable<TurnLine> turns, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Heading.AsMemory(), cancellationToken);
        await foreach (var turn in turns.WithCancellation(cancellationToken)) await writer.WriteAsync(LineOf(turn).AsMemory(), cancellationToken);
    }

    private static string LineOf(TurnLine turn) => string.Create(CultureInfo.InvariantCulture,
        $"{turn.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ},{Text(turn.UserName)},{turn.Purpose},{Text(turn.Provider)},{Text(turn.Model)},{turn.InputTokens},{turn.OutputTokens},{turn.CachedTokens},{(turn.IsEstimated ? "yes" : "no")},{turn.FirstTokenMs},{turn.LatencyMs},{turn.Cost},{turn.Outcome},{turn.Classification}\r\n");

    /// <summary>A text that a spreadsheet would take for a formula is led by an apostrophe.</summary>
    private static string Text(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
}
