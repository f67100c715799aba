using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Touchpoints;
using NodaTime;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class NightsAreQuiet : ILaw
{
    public string Words => "nothing rings and nothing is offered at night, by the customer's clock";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (AttemptBegun begun in entry.Changes.OfType<AttemptBegun>().Where(_ => book.World.HasQuietHours))
        {
            if (
                before.Touchpoint(begun.Order) is { Customer: { } customer } open
                && (open.Category == Category.Promotional || begun.Channel != Channel.Email)
                && entry.Reason.Code == "attempt"
                && HourOf(book.World.People.Find(customer)?.TimeZone, entry.RecordedAt) is var hour
                && (hour >= HostFactory.QuietFrom.Hour || hour < HostFactory.QuietTo.Hour)
            )
            {
                yield return $"it is {hour} o'clock where {customer} lives, and {open.Category} begins by {begun.Channel}";
            }
        }
    }

    private static int HourOf(string? zone, DateTimeOffset at) =>
        Instant
            .FromDateTimeOffset(at)
            .InZone((zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc)
            .Hour;
}
