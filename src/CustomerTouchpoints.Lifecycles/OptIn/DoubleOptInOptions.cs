namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>How long a consent that was asked for waits to be confirmed.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class DoubleOptInOptions : LifecycleOptions
{
    /// <summary>When who has not confirmed is reminded, once. Less than <see cref="LapsesAfter"/>. Default: 2 days.</summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>When it lapses, counted from when it was asked for last. Default: 7 days.</summary>
    public TimeSpan LapsesAfter { get; set; } = TimeSpan.FromDays(7);
}
