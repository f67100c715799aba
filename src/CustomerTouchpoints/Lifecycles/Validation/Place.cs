namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Where a journey can be: a state, and the furthest step of the line it has reached, or -1.</summary>
internal readonly record struct Place(string State, int Mark);
