namespace CustomerTouchpoints.Touchpoints;

/// <summary>
/// Messages to one customer that leave as one: what rules say <see cref="TouchpointRuleBuilder.InDigest"/> waits until its window closes,
/// and leaves in one message with a template of its own. One that is alone by then leaves as itself.
/// </summary>
/// <remarks>
/// Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts. Say either
/// <see cref="Window"/> or <see cref="At"/>.
/// </remarks>
public sealed class Digest
{
    /// <summary>Its name, as rules say it: lower-case letters, digits, hyphens. It is stored with what waits in it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The template of the message, which has the items as the list <c>items</c>; null, the default, for its name.</summary>
    public string? Template { get; set; }

    /// <summary>For how long it is open, from its first item on. Above zero, at most 31 days. Null by default.</summary>
    public TimeSpan? Window { get; set; }

    /// <summary>At which time of day it closes, by the customer's clock. Null by default.</summary>
    public TimeOnly? At { get; set; }

    /// <summary>On which days it closes, by the customer's clock, where it closes at a time of day; empty, the default, for all.</summary>
    public IList<DayOfWeek> Days { get; } = [];

    /// <summary>How many items one message has at most, from 2 to 100: the next ones make another. Default 50.</summary>
    public int AtMost { get; set; } = 50;

    /// <summary>The name of its template.</summary>
    internal string TemplateOrName => Template ?? Name;
}
