using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Email.Tests;

/// <summary>Keeps what is logged as a warning or worse, and what the channel says of itself.</summary>
internal sealed class RecordingLog : ILoggerFactory, ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

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
    )
    {
        if (logLevel >= LogLevel.Warning || eventId.Id == 1322)
        {
            Entries.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{eventId.Id} {logLevel} {formatter(state, exception)}"));
        }
    }

    public void Dispose() { }
}
