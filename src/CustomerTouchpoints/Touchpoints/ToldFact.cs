namespace CustomerTouchpoints.Touchpoints;

/// <summary>That somebody was told a fact, or may have been.</summary>
/// <param name="Touchpoint">The message that told it.</param>
/// <param name="Customer">Who was told.</param>
internal sealed record ToldFact(TouchpointId Touchpoint, CustomerId Customer);
