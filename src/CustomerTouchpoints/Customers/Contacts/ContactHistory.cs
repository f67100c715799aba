using System.Collections.Immutable;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>
/// What a customer was told, by category, topic and channel. Its size depends on how many of these there are, and not on how many messages
/// there were.
/// </summary>
/// <param name="Counts">By category, topic and the name of the channel.</param>
internal sealed record ContactHistory(ImmutableArray<ContactCount> Counts)
{
    public static ContactHistory None { get; } = new([]);

    /// <summary>With another contact. Whatever the order in which they come, the same is known afterwards.</summary>
    public ContactHistory With(Category category, Channel channel, DateTimeOffset at, string? topic = null)
    {
        int place = 0;
        while (place < Counts.Length && Compare(Counts[place], category, topic, channel) < 0)
        {
            place++;
        }

        return new ContactHistory(
            place < Counts.Length && Compare(Counts[place], category, topic, channel) == 0
                ? Counts.SetItem(place, Counts[place].With(at))
                : Counts.Insert(place, new ContactCount(category, channel, 1, [at]) { Topic = topic })
        );
    }

    /// <summary>With all of another's: totals add up, and the newest instants of both are kept.</summary>
    public ContactHistory With(ContactHistory other) =>
        new([
            .. Counts
                .Concat(other.Counts)
                .GroupBy(count => (count.Category, count.Topic, count.Channel))
                .Select(both => both.Aggregate((one, more) => one.With(more)))
                .Order(Comparer<ContactCount>.Create((one, more) => Compare(one, more.Category, more.Topic, more.Channel))),
        ]);

    /// <summary>
    /// How many contacts there were after an instant, over all or of one category, topic or channel: exact up to
    /// <see cref="ContactCount.Most"/>, and at least that where it is more.
    /// </summary>
    public int After(DateTimeOffset instant, Category? category = null, Channel? channel = null, string? topic = null)
    {
        int sum = 0;
        foreach (ContactCount count in Counts)
        {
            sum += IsOf(count, category, channel, topic) ? count.After(instant) : 0;
        }

        return sum;
    }

    /// <summary>
    /// The instants of the contacts after an instant, over all or of one category, topic or channel, as far as they are kept.
    /// </summary>
    public IEnumerable<DateTimeOffset> InstantsAfter(
        DateTimeOffset instant,
        Category? category = null,
        Channel? channel = null,
        string? topic = null
    ) => Counts.Where(count => IsOf(count, category, channel, topic)).SelectMany(count => count.Recent).Where(at => at > instant);

    private static bool IsOf(ContactCount count, Category? category, Channel? channel, string? topic) =>
        (category ?? count.Category) == count.Category
        && (channel ?? count.Channel) == count.Channel
        && (topic is null || topic == count.Topic);

    private static int Compare(ContactCount count, Category category, string? topic, Channel channel) =>
        count.Category != category ? count.Category.CompareTo(category)
        : string.CompareOrdinal(count.Topic, topic) is not 0 and var byTopic ? byTopic
        : string.CompareOrdinal(count.Channel.Name, channel.Name);
}
