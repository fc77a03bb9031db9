using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mosaic.Tests.Jobs;

/// <summary>A log that a test can read.</summary>
internal sealed class HeardLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Line)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(line => line.Line);

    /// <summary>How many statements were sent to the database.</summary>
    public int Statements => _lines.Count(line => line.Category == "Npgsql.Command" && line.Line.StartsWith("Command execution completed", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(HeardLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue((category, $"{formatter(state, exception)} {exception}"));
    }
}
