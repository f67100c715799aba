using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// Time zones as hosts name them: by the IANA (<c>Europe/Berlin</c>), in whatever case, or by Windows (<c>W. Europe Standard Time</c>).
/// </summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, string> Known = Read();

    /// <summary>The zone of that name; null when nobody knows it.</summary>
    public static DateTimeZone? Find(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? (Known.TryGetValue(name, out string? id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null);

    private static FrozenDictionary<string, string> Read()
    {
        TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.Default;
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string windows, string id) in source.WindowsMapping.PrimaryMapping)
        {
            known[windows] = id;
        }

        foreach (string id in source.GetIds())
        {
            known[id] = id;
        }

        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
