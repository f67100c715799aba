namespace CustomerTouchpoints;

/// <summary>One thing that is wrong with what a host has set up: where it is, what is wrong, and what to do about it.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
/// <param name="Place">Where it is, such as <c>order: rule order-shipped</c>, a template's file, or <c>Brand</c>.</param>
/// <param name="Problem">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop.</param>
public sealed record Fault(string Place, string Problem, string Remedy)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Place}: {Problem}. {char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}.";

    /// <summary>The fault of a part, as one of the whole.</summary>
    internal Fault Within(string whole) => this with { Place = $"{whole}: {Place}" };
}
