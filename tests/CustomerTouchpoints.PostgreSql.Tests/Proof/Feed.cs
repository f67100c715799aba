using System.Collections.Concurrent;
using CustomerTouchpoints.PostgreSql.Host;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Reports parcels, several at once, to whichever host there is; what is not acknowledged it reports again, elsewhere and under the same
/// id.
/// </summary>
internal sealed class Feed(Func<ChildHost?> pick) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<(string Fact, string Parcel, string Outcome)> acknowledged = new();
    private readonly ConcurrentDictionary<string, int> refusals = new();
    private Task[] lanes = [];
    private int parcels;

    public IReadOnlyList<(string Fact, string Parcel, string Outcome)> Acknowledged => [.. acknowledged];

    /// <summary>How often a host said that it could not take a fact, or said nothing.</summary>
    public IReadOnlyDictionary<string, int> Refusals => refusals;

    public void Start(int atOnce) => lanes = [.. Enumerable.Range(0, atOnce).Select(_ => Task.Run(RunAsync))];

    /// <summary>Ends once every parcel that was begun has been reported as a whole.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(lanes).WaitAsync(TimeSpan.FromSeconds(90));
    }

    public void Dispose() => ending.Dispose();

    private async Task RunAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            string parcel = $"{Interlocked.Increment(ref parcels)}";
            foreach (string fact in ParcelLifecycle.Facts)
            {
                await ReportAsync(fact, parcel);
            }
        }
    }

    private async Task ReportAsync(string fact, string parcel)
    {
        while (true)
        {
            string? outcome = pick() is { } host ? await host.RaiseAsync(fact, parcel, $"customer-{parcel}", Patience) : null;
            if (outcome is not null && !outcome.StartsWith('!'))
            {
                acknowledged.Enqueue((fact, parcel, outcome));
                return;
            }

            refusals.AddOrUpdate(outcome ?? "silence", 1, (_, count) => count + 1);
            await Task.Delay(50);
        }
    }
}
