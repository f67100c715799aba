using System.Collections.Immutable;

namespace CustomerTouchpoints.Customers.Consent;

/// <summary>
/// What a customer said last, by category and channel. However often they change their mind, it is as large as there are channels; the
/// evidence is in their journal.
/// </summary>
/// <param name="Marks">In the order of category and channel's name, those for every channel first.</param>
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
    /// however
    /// late they agreed under the other; else the later stands. Asked channel by channel, so that a withdrawal of all beats a grant of one.
    /// </summary>
    public ConsentsGiven UnitedWith(ConsentsGiven other)
    {
        var united = new List<ConsentMark>();
        foreach (IGrouping<Category, ConsentMark> said in Marks.Concat(other.Marks).GroupBy(mark => mark.Category))
        {
            ConsentMark? everywhere = OneOf(OfEvery(said.Key), other.OfEvery(said.Key));
            united.AddRange(everywhere is null ? [] : [everywhere]);
            foreach (Channel channel in said.Select(mark => mark.Channel).OfType<Channel>().Distinct())
            {
                ConsentMark here = OneOf(For(said.Key, channel), other.For(said.Key, channel))! with { Channel = channel };
                bool isOverruled = everywhere is not null && everywhere.Decision != here.Decision && everywhere.At >= here.At;
                united.Add(isOverruled ? here with { At = everywhere!.At + TimeSpan.FromMicroseconds(1) } : here);
            }
        }

        return new ConsentsGiven([.. united.Order(Comparer<ConsentMark>.Create(Compare))]);
    }

    private ConsentMark? OfEvery(Category category) => Marks.FirstOrDefault(mark => mark.Category == category && mark.Channel is null);

    private static ConsentMark? OneOf(ConsentMark? one, ConsentMark? other) =>
        one is null ? other
        : other is null ? one
        : one.OrAgainst(other);

    /// <summary>
    /// What stands for messages of a category on a channel; null when the customer said nothing. What they said of every channel and what
    /// they said of this one compete: the later stands.
    /// </summary>
    public ConsentMark? For(Category category, Channel channel)
    {
        ConsentMark? standing = null;
        foreach (ConsentMark mark in Marks)
        {
            if (mark.Concerns(category, channel) && (standing is null || mark.Beats(standing)))
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
        left.Category != right.Category
            ? left.Category.CompareTo(right.Category)
            : string.CompareOrdinal(left.Channel?.Name, right.Channel?.Name);
}
