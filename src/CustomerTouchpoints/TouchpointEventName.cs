namespace CustomerTouchpoints;

/// <summary>
/// The names under which a journey hears what became of its messages: <c>order-shipped/opened</c>. No event of a host has a slash in its
/// name, so nobody else can raise them.
/// </summary>
internal static class TouchpointEventName
{
    private const char Separator = '/';

    /// <summary>The name of what happens to the messages of a rule.</summary>
    /// <param name="touchpointEvent">What happens.</param>
    /// <param name="rule">The rule's key.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    public static string Of(TouchpointEvent touchpointEvent, string rule) =>
        $"{Identifier.Name(rule, "a rule's key")}{Separator}{Word(touchpointEvent)}";

    /// <summary>Whether an event's name is one of these.</summary>
    public static bool IsOne(string eventName) => eventName.Contains(Separator, StringComparison.Ordinal);

    /// <summary>The rule whose message it is about; null for an event of the host.</summary>
    public static string? RuleOf(string eventName) =>
        eventName.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var end ? eventName[..end] : null;

    /// <summary>The event in a word of a name.</summary>
    public static string Word(TouchpointEvent touchpointEvent) =>
        touchpointEvent switch
        {
            TouchpointEvent.Sent => "sent",
            TouchpointEvent.Delivered => "delivered",
            TouchpointEvent.Opened => "opened",
            TouchpointEvent.Clicked => "clicked",
            TouchpointEvent.Read => "read",
            TouchpointEvent.SoftBounced => "soft-bounced",
            TouchpointEvent.HardBounced => "hard-bounced",
            TouchpointEvent.Complained => "complained",
            TouchpointEvent.Unsubscribed => "unsubscribed",
            TouchpointEvent.Failed => "failed",
            _ => throw new ArgumentOutOfRangeException(nameof(touchpointEvent), touchpointEvent, "There is no such event of a touchpoint."),
        };
}
