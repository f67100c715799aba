namespace CustomerTouchpoints.Inbox;

/// <summary>How long inboxes keep messages, and how many.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts. Hosts that share a
/// store should have the same.</remarks>
public sealed class InboxOptions
{
    /// <summary>How long a message is shown, from when it came. From one minute to ten years. Default 90 days.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How many messages one customer has at most, deleted ones among them: one more pushes the oldest out, read or not. From 1 to 1,000.
    /// Default 200.
    /// </summary>
    public int MostPerCustomer { get; set; } = 200;
}
