using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// One page of questions to a directory. When it fails, or does not answer, it is asked again in halves, down to the customers who spoil
/// it: they alone are not known, and the rest is. All of it within a bound of calls and of time.
/// </summary>
/// <param name="ask">Asks of some, with a deadline; throws whatever the directory throws. Null when it returned nothing.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">After this time nothing more is asked.</param>
/// <param name="atOnce">How many calls are under way at most.</param>
/// <param name="cancellationToken">Ends it all.</param>
internal sealed class DirectoryPage(
    Func<IReadOnlyList<CustomerId>, Task<Dictionary<CustomerId, Recipient>?>> ask,
    TimeProvider time,
    TimeSpan patience,
    int atOnce,
    CancellationToken cancellationToken
)
{
    /// <summary>How many calls one page may cost: enough to find eight of 256 wherever they are.</summary>
    private const int MostCalls = 128;

    /// <summary>After so many failures and no success, the directory is what is broken, and no customer.</summary>
    private const int MostInVain = 30;

    private readonly long began = time.GetTimestamp();
    private readonly Dictionary<CustomerId, Recipient> found = [];
    private readonly List<(CustomerId Customer, Reason Reason)> failed = [];
    private int calls;

    /// <summary>Whether the directory has answered for anybody.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Those of whom it has not answered though they were asked of alone, and why.</summary>
    public IReadOnlyList<(CustomerId Customer, Reason Reason)> Spoilers => HasAnswered ? failed : [];

    /// <summary>Asks of groups of customers.</summary>
    /// <param name="groups">Who is asked of together at first.</param>
    /// <param name="splits">Whether a group that fails is asked again in halves.</param>
    /// <returns>What is known of each.</returns>
    public async Task<IReadOnlyDictionary<CustomerId, Recipient>> AskAsync(IEnumerable<IReadOnlyList<CustomerId>> groups, bool splits)
    {
        var waiting = new Queue<IReadOnlyList<CustomerId>>(groups);
        while (waiting.Count > 0)
        {
            IReadOnlyList<CustomerId>[] turn = [.. Enumerable.Range(0, Math.Min(atOnce, waiting.Count)).Select(_ => waiting.Dequeue())];
            Reason?[] failures = await Task.WhenAll(turn.Select(TryAsync)).ConfigureAwait(false);
            foreach ((IReadOnlyList<CustomerId> group, Reason? failure) in turn.Zip(failures))
            {
                if (failure is null)
                {
                    continue;
                }

                if (group.Count > 1 && splits && MayGoOn(waiting.Count))
                {
                    waiting.Enqueue([.. group.Take(group.Count / 2)]);
                    waiting.Enqueue([.. group.Skip(group.Count / 2)]);
                    continue;
                }

                foreach (CustomerId id in group)
                {
                    found[id] = new Recipient.Unavailable(failure);
                    if (group.Count == 1)
                    {
                        failed.Add((id, failure));
                    }
                }
            }
        }

        foreach ((CustomerId id, Reason reason) in Spoilers)
        {
            found[id] = new Recipient.Unavailable(GateReasons.CustomerSpoilsPage.After(reason));
        }

        return found;
    }

    private bool MayGoOn(int waiting) =>
        calls + waiting + 2 <= MostCalls && time.GetElapsedTime(began) < patience && (HasAnswered || calls <= MostInVain);

    /// <summary>Asks of one group. Returns why there was no answer; null when there was.</summary>
    private async Task<Reason?> TryAsync(IReadOnlyList<CustomerId> group)
    {
        Interlocked.Increment(ref calls);
        try
        {
            if (await ask(group).ConfigureAwait(false) is not { } answers)
            {
                return GateReasons.DirectorySilent;
            }

            lock (found)
            {
                HasAnswered = true;
                foreach ((CustomerId id, Recipient recipient) in answers)
                {
                    found[id] = recipient;
                }
            }

            return null;
        }
#pragma warning disable CA1031 // A host's directory may throw anything; decisions go on with the last known traits.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return exception is TimeoutException or OperationCanceledException
                ? GateReasons.DirectoryLate
                : GateReasons.DirectoryFailed.With(exception.GetType().Name);
        }
    }
}
