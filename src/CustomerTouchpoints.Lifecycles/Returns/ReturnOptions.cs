using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>Within which times a return goes on, and what is promised of it.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class ReturnOptions : LifecycleOptions
{
    /// <summary>
    /// Within which time the money is with the customer, counted from when the parcel was received. It is told as a promise, measured by
    /// the clock <c>resolution</c>, and apologised for when it is broken. Default: 7 days.
    /// </summary>
    public TimeSpan RefundWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>When time counts for <see cref="RefundWithin"/>. Null, the default, for always.</summary>
    public BusinessCalendar? RefundHours { get; set; }

    /// <summary>How long it may be quiet before a customer who waits for us hears that nothing is forgotten. Default: 2 days.</summary>
    public TimeSpan UpdateEvery { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How many such updates a step has at most: then somebody has to talk to the customer. Default: 10.</summary>
    public int MostUpdates { get; set; } = 10;

    /// <summary>When who has a label and has sent nothing is reminded, once. Less than <see cref="LabelLastsFor"/>. Default: 7 days.
    /// </summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a label can be used. A parcel that comes after that is received all the same. Default: 30 days.</summary>
    public TimeSpan LabelLastsFor { get; set; } = TimeSpan.FromDays(30);
}
