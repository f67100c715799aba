namespace CustomerTouchpoints.Lifecycles.Reengagement;

/// <summary>When a customer counts as quiet, and how often they hear from us then.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class ReengagementOptions : LifecycleOptions
{
    /// <summary>After how long without any act of theirs a customer is written to. Default: 180 days.</summary>
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How long after the first message the second and last one follows. Default: 30 days.</summary>
    public TimeSpan LastWordAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Which promotional message of a customer comes first where a cap leaves room for only some, from -100 to 100. Default -20: after all
    /// that is about something of theirs.
    /// </summary>
    public int Priority { get; set; } = -20;
}
