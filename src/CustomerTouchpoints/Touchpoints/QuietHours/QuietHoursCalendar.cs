using System.Collections.Concurrent;
using System.Collections.Frozen;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;

namespace CustomerTouchpoints.Touchpoints.QuietHours;

/// <summary>When customers are not to be disturbed, as a host has set it.</summary>
/// <param name="awake">When they may be, by the clock of whatever zone.</param>
/// <param name="rings">The channels that ring.</param>
/// <param name="defaultZone">The zone of those of whom nothing says where they could be.</param>
/// <param name="spread">Over how long what was held leaves.</param>
/// <param name="seed">How it is spread.</param>
/// <remarks>Thread-safe: what it keeps is computed again from the same.</remarks>
internal sealed class QuietHoursCalendar(BusinessCalendar awake, IEnumerable<Channel> rings, string defaultZone, TimeSpan spread, int seed)
{
    /// <summary>Hours that do not come within this span are none.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(31);

    /// <summary>When is asked again where it is quiet for good.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromDays(1);

    private readonly FrozenSet<Channel> rings = rings.ToFrozenSet();
    private readonly ConcurrentDictionary<string, BusinessCalendar?> calendars = new(StringComparer.Ordinal);

    /// <summary>Whether messages of a category, about a topic if any, by a channel are held.</summary>
    public bool Hold(Category category, Topic? topic, Channel channel) =>
        category == Category.Promotional || topic is { HeldInQuietHours: true } || rings.Contains(channel);

    /// <summary>
    /// When what would leave now may leave: null when it may now, and else some time after quiet ends, at each key's own instant.
    /// </summary>
    public DateTimeOffset? Until(Customer customer, DateTimeOffset now, string key)
    {
        if (CalendarOf(customer, now) is not { } calendar)
        {
            return now + AskedAgain;
        }

        if (calendar.IsOpen(now))
        {
            return null;
        }

        DateTimeOffset opening = calendar.NextOpening(now)!.Value;
        DateTimeOffset own = Instants.Truncate(opening + (spread * StableFraction.Of(seed, key, 0)));
        return calendar.IsOpen(own) ? own : opening;
    }

    /// <summary>
    /// By the customer's own zone; where it is not known, when it is day in every zone of their country; where that is not known either, or
    /// it is not day in all of them for long, by the host's. Null where the hours have come to an end.
    /// </summary>
    private BusinessCalendar? CalendarOf(Customer customer, DateTimeOffset now)
    {
        if (customer.TimeZone is { } zone && ZoneNames.Find(zone) is { Id: var known })
        {
            return Opens(In(known, [known]), now);
        }

        string? country = CountryZones.CountryOf(customer.Culture);
        return (country is null ? null : Opens(In($"country {country}", CountryZones.Of(country)), now))
            ?? Opens(In(defaultZone, [defaultZone]), now);
    }

    private BusinessCalendar? In(string name, IReadOnlyList<string> zones) =>
        calendars.GetOrAdd(name, static (_, of) => of.Awake.In(of.Zones), (Awake: awake, Zones: zones));

    private static BusinessCalendar? Opens(BusinessCalendar? calendar, DateTimeOffset now) =>
        calendar?.NextOpening(now) - now < LongestQuiet ? calendar : null;
}
