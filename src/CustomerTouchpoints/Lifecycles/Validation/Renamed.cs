namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>What a map says of one state or rule of an earlier version.</summary>
internal sealed record Renamed(int From, string Name, string Becomes);
