using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A message that tells a fact, with its rule: which of two goes first, and whether one stands for the other.</summary>
internal readonly struct FactTelling(Deliberation deliberation, TouchpointRule rule, OpenTouchpoint message)
{
    private readonly Deliberation deliberation = deliberation;
    private readonly TouchpointRule rule = rule;

    public OpenTouchpoint Message { get; } = message;

    /// <summary>
    /// Whether it goes before another one: what leaves at any hour, then what leaves by itself, then the higher priority, then what is
    /// for some only, then what was declared earlier.
    /// </summary>
    public bool GoesBefore(FactTelling other) =>
        rule.AtAnyHour != other.rule.AtAnyHour ? rule.AtAnyHour
        : Message.InDigest is null != other.Message.InDigest is null ? Message.InDigest is null
        : rule.Priority != other.rule.Priority ? rule.Priority > other.rule.Priority
        : IsForSome != other.IsForSome ? IsForSome
        : Declared() < other.Declared();

    /// <summary>
    /// Whether the other one is not needed once this one has told it. What a rule says by a further channel is needed unless it was told by
    /// that channel, and stands for those alone that come after it.
    /// </summary>
    /// <param name="other">The other.</param>
    /// <param name="goesFirst">Whether this one goes before it.</param>
    public bool StandsFor(FactTelling other, bool goesFirst) =>
        Message.Route == other.Message.Route || (!other.IsFurther && (!IsFurther || goesFirst));

    private bool IsForSome => rule is { Conditions.Count: > 0 } or { Segments.Count: > 0 } or { Trigger: RuleTrigger.Reentering };

    private bool IsFurther => rule.IsFurther(Message.Route);

    private int Declared()
    {
        for (int i = 0; i < deliberation.Definition.Rules.Count; i++)
        {
            if (ReferenceEquals(deliberation.Definition.Rules[i], rule))
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
