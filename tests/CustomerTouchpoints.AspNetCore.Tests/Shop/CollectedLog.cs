using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>Keeps what was logged by the library, so that a test can look for what must not be there.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    public ConcurrentQueue<string> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Sink(categoryName, Entries);

    public void Dispose() { }

    private sealed class Sink(string category, ConcurrentQueue<string> entries) : ILogger
    {
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
            if (category.StartsWith("CustomerTouchpoints", StringComparison.Ordinal))
            {
                entries.Enqueue($"{eventId.Id} {logLevel} {formatter(state, exception)} {exception}");
            }
        }
    }
}
