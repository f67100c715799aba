using System.Collections.Concurrent;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.Sqlite.Tests.Chaos;

/// <summary>Callers who report parcels to whichever host there is; what is not acknowledged they report again, under the same id.</summary>
internal sealed class Crowd(Func<ICustomerTouchpoints?> pick) : IDisposable
{
    private static readonly string[] Stopping = ["The host is stopping", "The host has stopped"];

    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<(string Name, string Parcel, RaiseOutcome Outcome)> acknowledged = new();
    private readonly ConcurrentDictionary<string, int> refusals = new();
    private Task[] callers = [];
    private int parcels;

    public IReadOnlyCollection<(string Name, string Parcel, RaiseOutcome Outcome)> Acknowledged => acknowledged;

    /// <summary>What callers heard instead, and how often.</summary>
    public IReadOnlyDictionary<string, int> Refusals => refusals;

    public void Start(int atOnce) => callers = [.. Enumerable.Range(0, atOnce).Select(_ => Task.Run(RunAsync))];

    /// <summary>Waits until so many more facts were acknowledged.</summary>
    public async Task GoOnAsync(int facts)
    {
        int enough = acknowledged.Count + facts;
        await Patience.UntilAsync(
            () => acknowledged.Count >= enough || callers.Any(caller => caller.IsFaulted),
            () => $"{facts} more facts to be acknowledged; refusals: {string.Join(", ", refusals)}"
        );
    }

    /// <summary>Ends once every parcel that was begun has been reported as a whole.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(90));
    }

    public void Dispose() => ending.Dispose();

    private static string NameOf(Exception refusal) =>
        refusal is InvalidOperationException && Stopping.Any(words => refusal.Message.StartsWith(words, StringComparison.Ordinal))
            ? "stopping"
            : refusal.GetType().Name;

    private async Task RunAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            string parcel = $"{Interlocked.Increment(ref parcels)}";
            foreach (string name in ReportedParcel.Facts)
            {
                acknowledged.Enqueue((name, parcel, await ReportAsync(name, parcel)));
            }
        }
    }

    private async Task<RaiseOutcome> ReportAsync(string name, string parcel)
    {
        while (true)
        {
            try
            {
                if (pick() is { } host)
                {
                    return (await host.RaiseAsync(ReportedParcel.Fact(name, parcel))).Outcome;
                }
            }
#pragma warning disable CA1031 // Whatever it is, it is counted, and the test says which may be.
            catch (Exception refusal)
#pragma warning restore CA1031
            {
                refusals.AddOrUpdate(NameOf(refusal), 1, (_, count) => count + 1);
            }

            await Task.Delay(50);
        }
    }
}
