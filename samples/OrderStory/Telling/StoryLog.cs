using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OrderStory.Telling;

/// <summary>
/// Listens to the engine's stable log events: 1202 and 1203 say each decision as it is stored. They carry ids and outcomes, no addresses
/// and no texts. Thread-safe.
/// </summary>
internal sealed class StoryLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Heard> decisions = new();
    private readonly ConcurrentQueue<string> troubles = new();

    /// <summary>Takes what was decided since the last call.</summary>
    public IReadOnlyList<Heard> TakeDecisions() => TakeAll(decisions);

    /// <summary>Takes what went wrong since the last call.</summary>
    public IReadOnlyList<string> TakeTroubles() => TakeAll(troubles);

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
        if (eventId.Id is 1202 or 1203 && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            string Say(string key) => values.First(value => value.Key == key).Value?.ToString() ?? "";
            decisions.Enqueue(new Heard(Say("Name"), Say("Journey"), Say("Outcome")));
        }
        else if (logLevel >= LogLevel.Error && eventId.Id != 1301)
        {
            troubles.Enqueue(exception is null ? formatter(state, exception) : $"{formatter(state, exception)}: {exception.Message}");
        }
    }

    public void Dispose() { }

    private static List<T> TakeAll<T>(ConcurrentQueue<T> queue)
    {
        var taken = new List<T>();
        while (queue.TryDequeue(out T? one))
        {
            taken.Add(one);
        }

        return taken;
    }
}
