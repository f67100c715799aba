using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What stands against the addresses of a batch, as it stands by now, and what is to be written of it.</summary>
internal sealed class SuppressionWork
{
    private readonly AddressHasher hasher;
    private readonly Dictionary<(AddressHash Address, SuppressionReason Reason), SuppressionRow> rows;
    private readonly HashSet<(AddressHash, SuppressionReason)> changed = [];

    public SuppressionWork(AddressHasher hasher, IReadOnlyList<SuppressionRow> loaded)
    {
        this.hasher = hasher;
        rows = loaded.ToDictionary(row => (row.Address, row.Reason));
    }

    public bool HasChanged => changed.Count > 0;

    /// <summary>The rows that are new or have changed.</summary>
    public IReadOnlyList<SuppressionRow> Rows => [.. changed.Select(key => rows[key])];

    /// <summary>Who is to be told, with what stands against their addresses by now.</summary>
    public Recipient Seen(Recipient recipient)
    {
        if (rows.Count == 0 || recipient is not Recipient.Known known)
        {
            return recipient;
        }

        Dictionary<Channel, IReadOnlyList<StandingSuppression>>? found = null;
        foreach ((Channel channel, IReadOnlyList<AddressHash> hashes) in known.HashesBy(hasher))
        {
            StandingSuppression[] standing = [.. hashes.SelectMany(Against)];
            if (standing.Length > 0)
            {
                (found ??= [])[channel] = standing;
            }
        }

        return found is null ? known : known.With(found);
    }

    /// <summary>
    /// Says that an address must not be written to. What was lifted after it happened stays lifted, and what stands stays as it is, unless
    /// its scope is another.
    /// </summary>
    /// <param name="row">What is said.</param>
    /// <param name="isSaidNow">Whether it comes after all that was said before, whatever the clocks of hosts say.</param>
    public void Suppress(SuppressionRow row, bool isSaidNow)
    {
        (AddressHash, SuppressionReason) key = (row.Address, row.Reason);
        if (rows.TryGetValue(key, out SuppressionRow? before))
        {
            if (before.LiftedAt is null && before.Scope == row.Scope)
            {
                return;
            }

            if (before.LiftedAt >= row.Since)
            {
                if (!isSaidNow)
                {
                    return;
                }

                row = row with { Since = before.LiftedAt.Value + TimeSpan.FromMicroseconds(1) };
            }

            row = before.LiftedAt is null ? row with { Since = before.Since < row.Since ? before.Since : row.Since } : row;
        }

        rows[key] = row;
        changed.Add(key);
    }

    /// <summary>Lets addresses be written to again.</summary>
    /// <param name="which">Which of what stands is lifted.</param>
    /// <param name="now">When.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>How many were lifted.</returns>
    public int Lift(Func<SuppressionRow, bool> which, DateTimeOffset now, string because, string by)
    {
        SuppressionRow[] standing = [.. rows.Values.Where(row => row.LiftedAt is null && which(row))];
        foreach (SuppressionRow row in standing)
        {
            rows[(row.Address, row.Reason)] = row with
            {
                LiftedAt = now > row.Since ? now : row.Since,
                LiftedBy = by,
                LiftedBecause = because,
            };
            changed.Add((row.Address, row.Reason));
        }

        return standing.Length;
    }

    private IEnumerable<StandingSuppression> Against(AddressHash address)
    {
        foreach (SuppressionReason reason in Enum.GetValues<SuppressionReason>())
        {
            if (rows.TryGetValue((address, reason), out SuppressionRow? row) && row.LiftedAt is null)
            {
                yield return new StandingSuppression(row.Reason, row.Scope, row.Since);
            }
        }
    }
}
