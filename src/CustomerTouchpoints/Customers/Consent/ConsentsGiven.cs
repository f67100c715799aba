using System.Collections.Immutable;

namespace CustomerTouchpoints.Customers.Consent;

/// <summary>
/// What a customer said last, by category, topic and channel. However often they change their mind, it is as large as there are topics and
/// channels; the evidence is in their journal.
/// </summary>
/// <param name="Marks">In the order of category, topic and channel's name, those for all of them first.</param>
internal sealed record ConsentsGiven(ImmutableArray<ConsentMark> Marks)
{
    public static ConsentsGiven None { get; } = new([]);

    /// <summary>With another. Whatever the order in which they come, the same stand afterwards.</summary>
    public ConsentsGiven With(ConsentMark mark)
    {
        int place = 0;
        while (place < Marks.Length && Compare(Marks[place], mark) < 0)
        {
            place++;
        }

        return place == Marks.Length || Compare(Marks[place], mark) != 0 ? new ConsentsGiven(Marks.Insert(place, mark))
            : mark.Beats(Marks[place]) ? new ConsentsGiven(Marks.SetItem(place, mark))
            : this;
    }

    /// <summary>
    /// What stands for one customer of whom two things were recorded under two ids: whoever withdrew under one of them does not want it,
    /// however late they agreed under the other; else the later stands. Asked topic by topic and channel by channel, so that a withdrawal
    /// of all beats a grant of one.
    /// </summary>
    public ConsentsGiven UnitedWith(ConsentsGiven other)
    {
        var united = new List<ConsentMark>();
        foreach (IGrouping<Category, ConsentMark> said in Marks.Concat(other.Marks).GroupBy(mark => mark.Category))
        {
            Channel[] channels = [.. said.Select(mark => mark.Channel).OfType<Channel>().Distinct()];
            var ofAll = new ConsentsGiven([.. UnitedWith(other, said.Key, null, channels, None)]);
            united.AddRange(ofAll.Marks);
            foreach (string topic in said.Select(mark => mark.Topic).OfType<string>().Distinct())
            {
                united.AddRange(UnitedWith(other, said.Key, topic, channels, ofAll));
            }
        }

        return new ConsentsGiven([.. united.Order(Comparer<ConsentMark>.Create(Compare))]);
    }

    /// <summary>
    /// What stands for messages of a category on a channel; null when the customer said nothing. What they said of every channel and what
    /// they said of this one compete: the later stands. What they declined of a topic by its name stands until they agree to it by its
    /// name; what they agreed to by its name, until they decline all.
    /// </summary>
    public ConsentMark? For(Category category, Channel? channel, string? topic = null)
    {
        ConsentMark? general = Latest(category, channel, null);
        ConsentMark? named = topic is null ? null : Latest(category, channel, topic);
        return named is null || (named.Decision == ConsentDecision.Granted && general is not null && general.Withdraws(named))
            ? general
            : named;
    }

    /// <summary>What stands of both for one topic, or for all: of every channel, and of each.</summary>
    private IEnumerable<ConsentMark> UnitedWith(
        ConsentsGiven other,
        Category category,
        string? topic,
        Channel[] channels,
        ConsentsGiven ofAll
    )
    {
        ConsentMark? everywhere = OneOf(other, category, null, topic, null, ofAll);
        if (everywhere is not null)
        {
            yield return everywhere;
        }

        foreach (Channel channel in channels)
        {
            if (OneOf(other, category, channel, topic, everywhere, ofAll) is { } here)
            {
                yield return here;
            }
        }
    }

    /// <summary>
    /// What stands of both, as a mark of its own, which comes after what stands of more than it is about and says otherwise; null where
    /// neither has one of this topic.
    /// </summary>
    private ConsentMark? OneOf(
        ConsentsGiven other,
        Category category,
        Channel? channel,
        string? topic,
        ConsentMark? everywhere,
        ConsentsGiven ofAll
    )
    {
        if (Latest(category, channel, topic) is null && other.Latest(category, channel, topic) is null)
        {
            return null;
        }

        ConsentMark? one = For(category, channel, topic);
        ConsentMark? two = other.For(category, channel, topic);
        ConsentMark stands =
            one is null ? two!
            : two is null ? one
            : one.OrAgainst(two);
        ConsentMark? withdrawn = ofAll.Latest(category, channel, null) is { Decision: ConsentDecision.Withdrawn } mark ? mark : null;
        return (stands with { Channel = channel, Topic = topic }).After(everywhere).After(withdrawn);
    }

    private ConsentMark? Latest(Category category, Channel? channel, string? topic)
    {
        ConsentMark? standing = null;
        foreach (ConsentMark mark in Marks)
        {
            if (mark.Concerns(category, channel, topic) && (standing is null || mark.Beats(standing)))
            {
                standing = mark;
            }
        }

        return standing;
    }

    /// <summary>An instant, or the first after everything that was said, where that was recorded by a clock that is ahead.</summary>
    public DateTimeOffset After(DateTimeOffset instant)
    {
        DateTimeOffset after = instant;
        foreach (ConsentMark mark in Marks)
        {
            after = mark.At >= after ? mark.At + TimeSpan.FromMicroseconds(1) : after;
        }

        return after;
    }

    private static int Compare(ConsentMark left, ConsentMark right) =>
        left.Category != right.Category ? left.Category.CompareTo(right.Category)
        : string.CompareOrdinal(left.Topic, right.Topic) is not 0 and var byTopic ? byTopic
        : string.CompareOrdinal(left.Channel?.Name, right.Channel?.Name);
}
