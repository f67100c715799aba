namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>Which store a world stands on.</summary>
internal enum StoreKind
{
    Memory,
    Sqlite,
}
