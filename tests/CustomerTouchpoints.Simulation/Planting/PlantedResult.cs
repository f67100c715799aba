namespace CustomerTouchpoints.Simulation.Planting;

/// <summary>How many of the bugs that were planted the invariants have found.</summary>
internal sealed record PlantedResult(int Found, int Total);
