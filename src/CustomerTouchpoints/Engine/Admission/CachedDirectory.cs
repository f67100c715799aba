using System.Collections.Concurrent;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>Asks the host's directory with a deadline, many at once, and remembers the answers for a short while. Thread-safe.</summary>
internal sealed class CachedDirectory(
    ICustomerDirectory customers,
    IOptions<TouchpointsOptions> options,
    TimeProvider time,
    ILogger<CachedDirectory> logger
)
{
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<CustomerId, (Recipient.Known Recipient, DateTimeOffset Until)> remembered = new();

    /// <summary>What the directory says of each customer; never throws for what the directory does.</summary>
    public async ValueTask<IReadOnlyDictionary<CustomerId, Recipient>> FindAsync(
        IReadOnlyCollection<CustomerId> ids,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<CustomerId, Recipient>(ids.Count);
        var missing = new List<CustomerId>();
        DateTimeOffset now = time.GetUtcNow();
        foreach (CustomerId id in ids.Distinct())
        {
            if (remembered.TryGetValue(id, out (Recipient.Known Recipient, DateTimeOffset Until) known) && now < known.Until)
            {
                found[id] = known.Recipient;
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            await AskAsync(missing, found, now, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private async Task AskAsync(
        List<CustomerId> missing,
        Dictionary<CustomerId, Recipient> found,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var deadline = new CancellationTokenSource(options.Value.DirectoryDeadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            IReadOnlyCollection<Customer> answers = await customers
                .FindAsync(missing, either.Token)
                .WaitAsync(options.Value.DirectoryDeadline, time, cancellationToken)
                .ConfigureAwait(false);
            Remember(answers, found, now);

            foreach (CustomerId id in missing)
            {
                found.TryAdd(id, new Recipient.Nobody());
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A host's directory may throw anything; decisions go on with the last known traits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DirectoryLog.Unavailable(logger, missing.Count, exception.GetType().Name);
            foreach (CustomerId id in missing)
            {
                found[id] = new Recipient.Unavailable(
                    exception is TimeoutException or OperationCanceledException
                        ? GateReasons.DirectoryLate
                        : GateReasons.DirectoryFailed.With(exception.GetType().Name)
                );
            }
        }
    }

    private void Remember(IReadOnlyCollection<Customer> answers, Dictionary<CustomerId, Recipient> found, DateTimeOffset now)
    {
        if (remembered.Count > MostRemembered)
        {
            remembered.Clear();
        }

        foreach (Customer customer in answers)
        {
            var recipient = new Recipient.Known(customer);
            found[customer.Id] = recipient;
            remembered[customer.Id] = (recipient, now + options.Value.DirectoryCache);
        }
    }
}
