namespace CustomerTouchpoints.Lifecycles;

/// <summary>What a host can say of every lifecycle of this package.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public abstract class LifecycleOptions
{
    /// <summary>
    /// The version of the lifecycle. Default 1. Raise it when you change another option, and when a newer version of the package says that
    /// the lifecycle has changed: a start with another definition under the same number is refused.
    /// </summary>
    public int Version { get; set; } = 1;

    /// <summary>By which channels its messages go: the first one that can reach the customer. Default: email.</summary>
    public IReadOnlyList<Channel> Channels { get; set; } = [Channel.Email];
}
