using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerTouchpoints.Messages.Words;

/// <summary>A culture and what it falls back to: <c>fr-CA</c>, <c>fr</c>.</summary>
internal static class CultureChain
{
    /// <summary>Tags come from customers' profiles: only so many answers are remembered.</summary>
    private const int MaxRemembered = 1000;

    private static readonly ConcurrentDictionary<string, CultureInfo?> Remembered = new(StringComparer.Ordinal);

    /// <summary>The names from the culture itself outward, without the invariant culture.</summary>
    public static IEnumerable<string> Of(CultureInfo culture)
    {
        for (CultureInfo each = culture; each.Name.Length > 0; each = each.Parent)
        {
            yield return each.Name;
        }
    }

    /// <summary>Finds a culture that the machine knows; null for any other tag.</summary>
    public static CultureInfo? Find(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        if (!Remembered.TryGetValue(tag, out CultureInfo? culture))
        {
            culture = Ask(tag);
            if (Remembered.Count < MaxRemembered)
            {
                Remembered[tag] = culture;
            }
        }

        return culture;
    }

    private static CultureInfo? Ask(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
