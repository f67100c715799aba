using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>The time zones in which a country's people live.</summary>
internal static class CountryZones
{
    private static readonly FrozenDictionary<string, string[]> Zones = TzdbDateTimeZoneSource
        .Default.ZoneLocations!.GroupBy(location => location.CountryCode, location => location.ZoneId)
        .ToFrozenDictionary(country => country.Key, country => country.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The country that a culture's tag names, such as <c>CA</c> of <c>fr-CA</c>; null when it names none that is known.</summary>
    public static string? CountryOf(string culture) => culture.Split('-').Skip(1).FirstOrDefault(Zones.ContainsKey)?.ToUpperInvariant();

    /// <summary>The IANA names of a country's zones; none for one that is not known.</summary>
    public static IReadOnlyList<string> Of(string country) => Zones.GetValueOrDefault(country, []);
}
