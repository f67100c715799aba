namespace CustomerTouchpoints.Lifecycles;

/// <summary>An amount, as the <c>money</c> helper of templates reads it.</summary>
/// <param name="Amount">How much, in the currency's main unit.</param>
/// <param name="Currency">The currency's ISO 4217 code, such as <c>EUR</c>.</param>
public sealed record Money(decimal Amount, string Currency);
