namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>A fault before it knows its lifecycle: what a validator reports.</summary>
internal sealed record Finding(string Subject, string Problem, string Remedy);
