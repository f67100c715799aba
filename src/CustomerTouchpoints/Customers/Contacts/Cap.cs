namespace CustomerTouchpoints.Customers;

/// <summary>
/// How many messages a customer gets within a span, over all journeys and rules: 3 a week, or 1 text message a day. All that count are
/// counted, and only promotional messages wait for room.
/// </summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class Cap
{
    /// <summary>How many messages at most. From 1 to 64.</summary>
    public int AtMost { get; set; } = 1;

    /// <summary>Within which span: it rolls, and ends with the present. Above zero, at most 366 days. Default one day.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// The category whose messages count; null, the default, for all. A cap that counts no promotional messages has no effect, and is
    /// refused.
    /// </summary>
    public Category? Category { get; set; }

    /// <summary>
    /// The name of the topic whose messages count, and wait, one that is declared with <c>AddTopic</c> and promotional; null, the default,
    /// for all together.
    /// </summary>
    public string? Topic { get; set; }

    /// <summary>The channel whose messages count, and wait; null, the default, for all together.</summary>
    public string? Channel { get; set; }
}
