using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>
/// When customers are not to be disturbed, by the clock of each. Held until then is what rings (see
/// <see cref="Channels.ChannelOptions.Rings"/>) and what is promotional, by whatever channel; not what answers a customer who wrote within
/// the last half hour or waits for an answer, and not what its rule lets go <c>AtAnyHour</c>. There are no quiet hours unless
/// <see cref="From"/> and <see cref="To"/>, or <see cref="Awake"/>, say so.
/// </summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class QuietHoursOptions
{
    /// <summary>When quiet begins every day, by the customer's clock. Whole seconds. Null, the default, for never.</summary>
    public TimeOnly? From { get; set; }

    /// <summary>When quiet ends; before <see cref="From"/> it is on the next day. Null by default.</summary>
    public TimeOnly? To { get; set; }

    /// <summary>
    /// The hours in which customers may be disturbed, in place of <see cref="From"/> and <see cref="To"/>: with weekends and holidays
    /// where they are to be quiet. Its hours are read by each customer's clock, whatever zone it was written for. Null by default.
    /// </summary>
    public BusinessCalendar? Awake { get; set; }

    /// <summary>
    /// Over how long what was held leaves when quiet ends, so that a morning does not begin with everything at once. From zero to one
    /// hour. Default ten minutes.
    /// </summary>
    public TimeSpan Spread { get; set; } = TimeSpan.FromMinutes(10);
}
