namespace CustomerTouchpoints.Touchpoints;

/// <summary>The last occasion on which a rule planned something.</summary>
internal sealed record ToldOccasion(string Rule, string Occurrence);
