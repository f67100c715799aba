using System.Collections.Concurrent;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Asks the host's directory with a deadline, many at once, and remembers the answers for a short while; and, for a while longer, of whom
/// it can't be asked without spoiling the answer for all. Thread-safe.
/// </summary>
internal sealed class CachedDirectory(
    ICustomerDirectory customers,
    BulkheadBook bulkheads,
    IOptions<TouchpointsOptions> options,
    IOptions<MessageOptions> messages,
    TimeProvider time,
    ILogger<CachedDirectory> logger
)
{
    private const int MostRemembered = 50_000;

    /// <summary>How many threads a directory may block.</summary>
    private const int MostThreads = 32;

    /// <summary>How many parts of a page are asked of at once.</summary>
    private const int AtOnce = 8;

    /// <summary>A page that fails is asked again in halves for as long as so many calls may take.</summary>
    private const int MostDeadlines = 12;

    /// <summary>Who has spoiled a page is left out of pages for so long, and then asked of alone.</summary>
    private static readonly TimeSpan LeftOut = TimeSpan.FromMinutes(1);

    /// <summary>A directory that has answered nobody is not asked in halves for so long.</summary>
    private static readonly TimeSpan TakenForDown = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CustomerId, (Recipient.Known Recipient, TimeSpan Until)> remembered = new();
    private readonly ConcurrentDictionary<CustomerId, (Recipient.Unavailable Recipient, TimeSpan Until)> spoilers = new();
    private readonly Bulkhead bulkhead = bulkheads.Add("customer directory", MostThreads);
    private readonly UnreadableTraits unreadable = new(logger);
    private long downUntil;

    /// <summary>What the directory says of each customer; never throws for what the directory does.</summary>
    public async ValueTask<IReadOnlyDictionary<CustomerId, Recipient>> FindAsync(
        IReadOnlyCollection<CustomerId> ids,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<CustomerId, Recipient>(ids.Count);
        var missing = new List<CustomerId>();
        var suspects = new List<CustomerId>();
        TimeSpan now = Reading();
        foreach (CustomerId id in ids.Count > 1 ? ids.Distinct() : ids)
        {
            if (remembered.TryGetValue(id, out (Recipient.Known Recipient, TimeSpan Until) known) && now < known.Until)
            {
                found[id] = known.Recipient;
            }
            else if (!spoilers.TryGetValue(id, out (Recipient.Unavailable Recipient, TimeSpan Until) spoiler))
            {
                missing.Add(id);
            }
            else if (now < spoiler.Until)
            {
                found[id] = spoiler.Recipient;
            }
            else
            {
                suspects.Add(id);
            }
        }

        if (missing.Count + suspects.Count > 0)
        {
            foreach (
                (CustomerId id, Recipient recipient) in await AskAsync(missing, suspects, now, cancellationToken).ConfigureAwait(false)
            )
            {
                found[id] = recipient;
            }
        }

        return found;
    }

    /// <summary>The stopwatch: what is remembered for a while must not be so for longer where a clock is set back.</summary>
    private TimeSpan Reading() => time.GetElapsedTime(0);

    private async Task<IReadOnlyDictionary<CustomerId, Recipient>> AskAsync(
        List<CustomerId> missing,
        List<CustomerId> suspects,
        TimeSpan now,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<IReadOnlyList<CustomerId>> groups = suspects.Select(id => (IReadOnlyList<CustomerId>)[id]);
        var page = new DirectoryPage(
            group => AskAsync(group, cancellationToken),
            time,
            options.Value.DirectoryDeadline * MostDeadlines,
            options.Value.RunWorkers ? AtOnce : 1,
            cancellationToken
        );
        IReadOnlyDictionary<CustomerId, Recipient> answers = await page.AskAsync(
                missing.Count > 0 ? groups.Prepend(missing) : groups,
                splits: now.Ticks >= Interlocked.Read(ref downUntil)
            )
            .ConfigureAwait(false);
        if (page.HasAnswered)
        {
            Interlocked.Exchange(ref downUntil, 0);
        }
        else if (missing.Count > 1)
        {
            Interlocked.Exchange(ref downUntil, (now + TakenForDown).Ticks);
        }

        Remember(answers, page, now);
        return answers;
    }

    private Task<Dictionary<CustomerId, Recipient>?> AskAsync(IReadOnlyList<CustomerId> group, CancellationToken cancellationToken) =>
        bulkhead.CallAsync(token => AnswerAsync(group, token), options.Value.DirectoryDeadline, time, cancellationToken);

    /// <summary>Reads the answer where the directory runs: a collection of the host's own may do anything when it is read.</summary>
    private async Task<Dictionary<CustomerId, Recipient>?> AnswerAsync(IReadOnlyList<CustomerId> group, CancellationToken cancellationToken)
    {
        Task<IReadOnlyCollection<Customer>>? asking = customers.FindAsync(group, cancellationToken);
        if (asking is null || await asking.ConfigureAwait(true) is not { } answers)
        {
            return null;
        }

        Dictionary<CustomerId, Recipient> found = DirectoryDoor.Read(
            answers,
            group,
            messages.Value.DefaultCulture,
            unreadable,
            out int strays
        );
        if (strays > 0)
        {
            DirectoryLog.Strays(logger, strays, group.Count);
        }

        return found;
    }

    private void Remember(IReadOnlyDictionary<CustomerId, Recipient> answers, DirectoryPage page, TimeSpan now)
    {
        if (remembered.Count > MostRemembered)
        {
            remembered.Clear();
        }

        foreach ((CustomerId id, Recipient recipient) in answers)
        {
            if (recipient is Recipient.Known known)
            {
                remembered[id] = (known, now + options.Value.DirectoryCache);
            }

            if (recipient is not Recipient.Unavailable && !spoilers.IsEmpty)
            {
                spoilers.TryRemove(id, out _);
            }
        }

        Recipient.Unavailable[] unavailable = [.. answers.Values.OfType<Recipient.Unavailable>()];
        if (unavailable.Length > 0)
        {
            DirectoryLog.Unavailable(logger, unavailable.Length, unavailable[0].Reason.ToString());
        }

        if (spoilers.Count > MostRemembered)
        {
            spoilers.Clear();
        }

        foreach (CustomerId id in page.Spoilers.Select(spoiler => spoiler.Customer))
        {
            spoilers[id] = ((Recipient.Unavailable)answers[id], Reading() + LeftOut);
        }
    }
}
