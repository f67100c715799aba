using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>Reads what is due, page by page and without locks, and submits each journey as a wake-up: what it finds then decides.</summary>
internal sealed class DueReader(ITouchpointStore store, Writer writer, LifecycleRegistry lifecycles, Profiles profiles, StoreTime time)
{
    /// <summary>How many journeys one page has at most.</summary>
    public const int PageSize = 256;

    private DueJourney? last;

    /// <summary>Whether the store may have something that is due now, or lies in its intake. It blocks.</summary>
    public bool MayHaveWork() => store.MayHaveWork(Instants.Truncate(time.GetUtcNow()));

    /// <summary>Reads one page and submits it.</summary>
    /// <returns>The wake-ups; none when nothing is due.</returns>
    public async Task<DuePage> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        IReadOnlyList<DueJourney> page = await store.ReadDueAsync(now, last, PageSize, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0 && last is not null)
        {
            // A round ends: what had to wait in it for want of room may have room now.
            page = await store.ReadDueAsync(now, null, PageSize, cancellationToken).ConfigureAwait(false);
        }

        last = page.Count == PageSize ? page[^1] : null;
        if (page.Count == 0)
        {
            return DuePage.Empty;
        }

        // What follows a lifecycle that this host does not have is left to hosts that do.
        JourneyId[] journeys = [.. page.Select(due => due.Journey).Where(lifecycles.Knows)];
        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> recipients = await profiles
            .OfEachAsync(journeys, [], cancellationToken)
            .ConfigureAwait(false);
        var wakes = new List<Submission.Wake>(journeys.Length);
        foreach (JourneyId journey in journeys)
        {
            var wake = new Submission.Wake(journey, now) { Recipients = recipients[journey] };
            wakes.Add(wake);
            writer.Submit(wake);
        }

        return new DuePage(wakes);
    }
}
