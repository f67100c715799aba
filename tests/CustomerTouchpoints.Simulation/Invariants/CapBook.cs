using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>
/// The promotional attempts of all journeys, held against the caps: what was told within the span and what is on its way are fewer than the
/// cap when another attempt begins. It is computed of attempts alone, and knows no queue.
/// </summary>
internal sealed class CapBook(World world)
{
    private readonly List<Attempt> attempts = [];
    private int look;

    /// <summary>Notes what an entry tells of promotional attempts.</summary>
    public void Follow(JourneyBook book, JournalEntry entry, JourneySnapshot before)
    {
        foreach (AttemptBegun begun in entry.Changes.OfType<AttemptBegun>())
        {
            if (before.Touchpoint(begun.Order) is { Category: Category.Promotional, Customer: { } customer } open)
            {
                attempts.Add(new Attempt(open.IdIn(book.Id), customer, begun.Channel, entry.RecordedAt, look));
            }
        }

        if (
            entry.Kind == JournalEntryKind.Outcome
            && attempts.FindLast(attempt => attempt.EndedIn is null && attempt.Touchpoint.ToString() == entry.Name) is { } ended
        )
        {
            ended.EndedIn = look;
            ended.ToldAt = entry.Changes.OfType<CustomerContacted>().Any() ? entry.RecordedAt : null;
        }
    }

    /// <summary>Looks at the attempts that have begun since the last look. In which order those of one look came nobody knows.</summary>
    public void Look()
    {
        foreach (Attempt begun in attempts.Where(attempt => attempt.BeganIn == look))
        {
            foreach (Cap cap in world.Caps.Where(cap => Binds(cap, begun.Channel)))
            {
                int counted = attempts.Count(other =>
                    other.Customer == begun.Customer
                    && other.BeganIn < look
                    && Binds(cap, other.Channel)
                    && (other.EndedIn is null || other.ToldAt > begun.At - cap.Within)
                );
                if (counted >= cap.AtMost)
                {
                    world.Fail(
                        "no cap is exceeded",
                        $"{begun.Touchpoint} began at {begun.At:O}, and {counted} count within {cap.Within:c}"
                    );
                }
            }
        }

        look++;
    }

    private static bool Binds(Cap cap, Channel channel) => cap.Channel is null || cap.Channel == channel.Name;

    /// <param name="Touchpoint">Of which touchpoint.</param>
    /// <param name="Customer">To whom.</param>
    /// <param name="Channel">By which channel.</param>
    /// <param name="At">When it began, by its host's clock.</param>
    /// <param name="BeganIn">The look that saw it begin.</param>
    private sealed record Attempt(TouchpointId Touchpoint, CustomerId Customer, Channel Channel, DateTimeOffset At, int BeganIn)
    {
        /// <summary>The look that saw it end; null while it is on its way.</summary>
        public int? EndedIn { get; set; }

        /// <summary>When its customer was told, or may have been.</summary>
        public DateTimeOffset? ToldAt { get; set; }
    }
}
