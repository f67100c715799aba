using CustomerTouchpoints.Touchpoints.AddedValues;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What there is to say about a block of added value: what kind of content it is, whom it is for, how often.</summary>
/// <remarks>Not thread-safe: used once, while the host's services are composed.</remarks>
public sealed class AddedValueBuilder
{
    private readonly List<SegmentCondition> segments = [];
    private readonly string name;
    private Category category = Category.Promotional;
    private Topic? topic;
    private int atMost = 1;

    internal AddedValueBuilder(string name) => this.name = name;

    /// <summary>
    /// Says what kind of content it is. Default: promotional, which is for those who have agreed to that. Service content, such as how to
    /// care for what was bought, is for all who have not declined such messages.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is transactional: that is what messages themselves are, or there is no such
    /// category.</exception>
    public AddedValueBuilder As(Category category)
    {
        this.category = category is Category.Service or Category.Promotional
            ? category
            : throw new ArgumentOutOfRangeException(nameof(category), category, "Use Service or Promotional.");
        topic = null;
        return this;
    }

    /// <summary>Says what it is about, and with it what kind of content it is: it is for those who want that topic.</summary>
    /// <param name="topic">One that the host has declared with <c>AddTopic</c>; else the start is refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">The topic is transactional.</exception>
    public AddedValueBuilder As(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        As(topic.Category);
        this.topic = topic;
        return this;
    }

    /// <summary>Shows it to those of a segment alone; said of several, to those who are in all.</summary>
    /// <param name="segment">A segment that the host has declared with <c>AddSegment</c>; else the start is refused.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public AddedValueBuilder For(string segment)
    {
        segments.Add(new SegmentCondition(Identifier.Name(segment, "a segment"), Excludes: false));
        return this;
    }

    /// <summary>Shows it to all but those of a segment. Else as <see cref="For"/>.</summary>
    /// <param name="segment">A segment that the host has declared with <c>AddSegment</c>; else the start is refused.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public AddedValueBuilder NotFor(string segment)
    {
        segments.Add(new SegmentCondition(Identifier.Name(segment, "a segment"), Excludes: true));
        return this;
    }

    /// <summary>Bounds how often one customer sees it. Default: once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public AddedValueBuilder AtMost(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        atMost = times;
        return this;
    }

    internal AddedValueBlock Build() =>
        new(name)
        {
            Category = category,
            Topic = topic,
            Segments = [.. segments],
            AtMost = atMost,
        };
}
