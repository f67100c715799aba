using System.Net;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Http.Push;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Http.Tests.Push;

/// <summary>A sender of Web Push to this machine, with what is around it.</summary>
internal sealed class Pushing : IDisposable, ILogger<WebPushSender>
{
    private static readonly VapidKeys Pair = VapidKeys.Create();

    public Pushing(Action<WebPushOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        Options = new WebPushOptions
        {
            PublicKey = Pair.PublicKey,
            PrivateKey = Pair.PrivateKey,
            Subject = "mailto:ops@lumen.example",
            AllowLoopback = true,
        };
        configure?.Invoke(Options);
        Sender = new WebPushSender(
            Options,
            new Wire(WebPushSender.RuleOf(Options), TimeProvider.System, resolve),
            new Lazy<ISuppressionList>(Suppressed),
            this
        );
    }

    public WebPushOptions Options { get; }

    public WebPushSender Sender { get; }

    public Suppressing Suppressed { get; } = new();

    public RecordingLog Log { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Log.Log(logLevel, eventId, state, exception, formatter);

    public void Dispose() => Sender.Dispose();

    /// <summary>Keeps what is suppressed.</summary>
    internal sealed class Suppressing : ISuppressionList
    {
        public List<SuppressionRecord> Records { get; } = [];

        public Task SuppressAsync(SuppressionRecord suppression, CancellationToken cancellationToken = default)
        {
            Records.Add(suppression);
            return Task.CompletedTask;
        }

        public Task ImportAsync(IReadOnlyCollection<SuppressionRecord> suppressions, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> LiftAsync(
            Channel channel,
            string address,
            string reason,
            string by,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<bool> LiftAsync(string id, string reason, string by, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Reading.SuppressionView> SuppressionsAsync(
            SuppressionQuery query,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();
    }
}
