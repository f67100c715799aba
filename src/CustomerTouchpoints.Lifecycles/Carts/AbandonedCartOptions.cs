namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>How a cart that was left is reminded of.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class AbandonedCartOptions : LifecycleOptions
{
    /// <summary>
    /// When the reminders are due, one each, three at most: the first counts from when the cart was last touched, each further one from the
    /// one before. Default: after 4 hours, another day, another 3 days.
    /// </summary>
    public IReadOnlyList<TimeSpan> Reminders { get; set; } = [TimeSpan.FromHours(4), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>How long after the last reminder the cart is forgotten. Default: 7 days.</summary>
    public TimeSpan ForgottenAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Which promotional message of a customer comes first where a cap leaves room for only some, from -100 to 100. Default 20.
    /// </summary>
    public int Priority { get; set; } = 20;
}
