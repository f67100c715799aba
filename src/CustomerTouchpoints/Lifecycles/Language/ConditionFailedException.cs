using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Lifecycles.Language;

/// <summary>
/// A guard or a condition of the host threw. The message names it by its description and the exception by its type: its words may name
/// people.
/// </summary>
internal sealed class ConditionFailedException(string description, Exception cause)
    : Exception($"the condition \"{description}\" failed with {cause.GetType().Name}", cause)
{
    /// <summary>The condition, as the lifecycle describes it, and what it threw.</summary>
    public Reason Reason { get; } = FactReasons.ConditionFailed.With(description, cause.GetType().Name);
}
