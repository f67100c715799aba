namespace CustomerTouchpoints.Lifecycles.Language;

/// <summary>A pure test with the words that explain it: a guard on a transition, or a condition on a rule.</summary>
internal sealed record Condition(string Description, Func<Situation, bool> Holds);
