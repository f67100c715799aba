using CustomerTouchpoints.Lifecycles.Validation;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>One fault of a definition: where it is, what is wrong, and what to do about it.</summary>
/// <param name="Lifecycle">The lifecycle's name.</param>
/// <param name="Subject">The state, event or rule, such as <c>rule order-shipped</c>.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record LifecycleFault(string Lifecycle, string Subject, string Problem, string Remedy)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Lifecycle}: {Subject}: {Problem}. {char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}.";
}
