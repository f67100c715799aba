using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>What a customer was told in one category, of one topic, by one channel: how often, and when lately.</summary>
/// <param name="Category">The category.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Total">How often in all, those that were left out included.</param>
/// <param name="Recent">The instants of the last ones, oldest first.</param>
internal sealed record ContactCount(
    Category Category,
    Channel Channel,
    long Total,
    [property: JsonConverter(typeof(RecentInstantsJson))] ImmutableArray<DateTimeOffset> Recent
)
{
    /// <summary>
    /// How many instants are kept of each category, topic and channel. A cap of as many messages or fewer can be judged exactly, over any
    /// span: if an instant within the span was left out, then as many others are in it.
    /// </summary>
    public const int Most = 64;

    /// <summary>The topic; null for what was about none.</summary>
    public string? Topic { get; init; }

    /// <summary>How many instants are not among the recent.</summary>
    [JsonIgnore]
    public long LeftOut => Total - Recent.Length;

    /// <summary>With another one. Whatever the order in which they come, the same instants are kept.</summary>
    public ContactCount With(DateTimeOffset at)
    {
        int place = Recent.Length;
        while (place > 0 && Recent[place - 1] > at)
        {
            place--;
        }

        ImmutableArray<DateTimeOffset> recent = Recent.Insert(place, at);
        return this with { Total = Total + 1, Recent = recent.Length > Most ? recent.RemoveAt(0) : recent };
    }

    /// <summary>With all of another's, of the same category, topic and channel.</summary>
    public ContactCount With(ContactCount other) =>
        this with
        {
            Total = Total + other.Total,
            Recent = [.. Recent.Concat(other.Recent).Order().TakeLast(Most)],
        };

    /// <summary>How many there were after an instant: exact up to <see cref="Most"/>, which stands for as many or more.</summary>
    public int After(DateTimeOffset instant)
    {
        int first = Recent.Length;
        while (first > 0 && Recent[first - 1] > instant)
        {
            first--;
        }

        return Recent.Length - first;
    }
}
