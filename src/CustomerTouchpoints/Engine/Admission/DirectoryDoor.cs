using System.Collections.Frozen;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Calendars;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// What a directory says of customers, checked before anything relies on it. What can be mended is; a customer of whom too little is left
/// is not known, and the reason says why.
/// </summary>
internal static class DirectoryDoor
{
    private const int LongestName = 1_000;
    private const int LongestAddress = 4_096;
    private const int LongestZone = 100;

    /// <summary>How many segments or attributes a customer may have.</summary>
    private const int MostFacts = 1_000;

    /// <summary>How many characters they may have together: they are stored with each customer.</summary>
    private const int MostText = 65_536;

    /// <summary>What was answered of each of those who were asked for; whoever else was described is left out.</summary>
    /// <param name="answers">The directory's answer, as it came.</param>
    /// <param name="asked">Whom it was asked of.</param>
    /// <param name="defaultCulture">The culture of whoever has none that is known.</param>
    /// <param name="unreadable">Hears of cultures and time zones that are not known.</param>
    /// <param name="strays">How many of the answers were of nobody who was asked for: others, the same again, or nobody at all.</param>
    public static Dictionary<CustomerId, Recipient> Read(
        IEnumerable<Customer?> answers,
        IReadOnlyCollection<CustomerId> asked,
        string defaultCulture,
        UnreadableTraits unreadable,
        out int strays
    )
    {
        var wanted = new HashSet<CustomerId>(asked);
        var found = new Dictionary<CustomerId, Recipient>(asked.Count);
        bool hasNameless = false;
        strays = 0;
        foreach (Customer? told in answers)
        {
            if (told?.Id.Value is null)
            {
                hasNameless = true;
                strays++;
            }
            else if (!wanted.Contains(told.Id) || !found.TryAdd(told.Id, Read(told, defaultCulture, unreadable)))
            {
                strays++;
            }
        }

        foreach (CustomerId id in asked)
        {
            // Whoever is missing may be the one who came without an id: to say that the directory does not know them might be wrong.
            found.TryAdd(id, hasNameless ? Malformed("somebody without an Id was returned in the same answer") : new Recipient.Nobody());
        }

        return found;
    }

    private static Recipient Read(Customer told, string defaultCulture, UnreadableTraits unreadable)
    {
        try
        {
            return FaultOf(told) is { } fault ? Malformed(fault) : new Recipient.Known(Mended(told, defaultCulture, unreadable));
        }
#pragma warning disable CA1031 // Collections of the host's own may throw anything when they are read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Malformed($"reading it failed with {exception.GetType().Name}");
        }
    }

    private static Recipient.Unavailable Malformed(string fault) => new(GateReasons.CustomerMalformed.With(fault));

    private static string? FaultOf(Customer told) =>
        told.Addresses is null ? "its Addresses are null"
        : told.Segments is null ? "its Segments are null"
        : told.Attributes is null ? "its Attributes are null"
        : told.Segments.Count > MostFacts || told.Attributes.Count > MostFacts ? "it has more than 1,000 Segments or Attributes"
        : told.Segments.Sum(LengthOf) + told.Attributes.Sum(pair => LengthOf(pair.Key) + LengthOf(pair.Value)) > MostText
            ? "its Segments and Attributes have more than 65,536 characters"
        : null;

    private static long LengthOf(string? text) => text?.Length ?? 0;

    private static Customer Mended(Customer told, string defaultCulture, UnreadableTraits unreadable) =>
        told with
        {
            Name = told.Name is { } name ? HostText.Clean(name, LongestName) : null,
            Culture = CultureOf(told.Culture, unreadable) ?? defaultCulture,
            TimeZone = ZoneOf(told.TimeZone, unreadable),
            Addresses = told.Addresses.All(IsSound) ? told.Addresses : told.Addresses.Where(IsSound).ToFrozenDictionary(),
            Segments = told.Segments.All(IsSound)
                ? told.Segments
                : told.Segments.OfType<string>().Select(segment => HostText.Clean(segment, MostText)).ToFrozenSet(StringComparer.Ordinal),
            Attributes = told.Attributes.All(IsSound)
                ? told.Attributes
                : told
                    .Attributes.Where(pair => pair.Value is not null)
                    .GroupBy(pair => HostText.Clean(pair.Key, MostText), pair => HostText.CleanLines(pair.Value, MostText))
                    .ToFrozenDictionary(pair => pair.Key, pair => pair.First(), StringComparer.Ordinal),
        };

    /// <summary>A culture that the machine knows; who has none is no fault.</summary>
    private static string? CultureOf(string? told, UnreadableTraits unreadable)
    {
        if (string.IsNullOrWhiteSpace(told))
        {
            return null;
        }

        if (CultureTag.Of(told) is { } tag && CultureChain.Find(tag) is not null)
        {
            return tag;
        }

        unreadable.Culture(told);
        return null;
    }

    /// <summary>The IANA name of a zone; the library's default stands for one that is not known.</summary>
    private static string? ZoneOf(string? told, UnreadableTraits unreadable)
    {
        if (string.IsNullOrWhiteSpace(told))
        {
            return null;
        }

        if (told.Length <= LongestZone && ZoneNames.Find(told.Trim()) is { } zone)
        {
            return zone.Id;
        }

        unreadable.TimeZone(told);
        return null;
    }

    /// <summary>Whether there is something to write to. What an address of the channel may look like is its sender's to say.</summary>
    private static bool IsSound(KeyValuePair<Channel, string> address) =>
        !string.IsNullOrWhiteSpace(address.Value)
        && address.Value.Length <= LongestAddress
        && ReferenceEquals(HostText.CleanLines(address.Value, LongestAddress), address.Value);

    private static bool IsSound(string? segment) => segment is not null && ReferenceEquals(HostText.Clean(segment, MostText), segment);

    private static bool IsSound(KeyValuePair<string, string> attribute) =>
        IsSound(attribute.Key)
        && attribute.Value is not null
        && ReferenceEquals(HostText.CleanLines(attribute.Value, MostText), attribute.Value);
}
