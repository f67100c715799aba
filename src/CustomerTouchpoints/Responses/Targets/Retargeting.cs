namespace CustomerTouchpoints.Responses;

/// <summary>
/// What becomes of a running clock when another target comes to hold for it: another priority, topic or segment, another policy, another
/// calendar.
/// </summary>
public enum Retargeting
{
    /// <summary>It keeps the target and the calendar that it began with.</summary>
    Keep,

    /// <summary>
    /// The new target counts what was used before. One that is used up already is breached at the moment of the change, and not in the
    /// past.
    /// </summary>
    FromStart,

    /// <summary>
    /// A stricter target counts from the change, and never moves the deadline later; a laxer one counts from the start. The default: no
    /// change breaches at once, and none wins time that was used already.
    /// </summary>
    FromNow,
}
