using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Tests;

/// <summary>Keeps what the library logs, each line with its level and event id.</summary>
internal sealed class CollectingLog : ILoggerFactory, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public void AddProvider(ILoggerProvider provider) { }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}".TrimEnd());

    public void Dispose() { }
}
