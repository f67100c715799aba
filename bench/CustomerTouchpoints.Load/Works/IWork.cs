namespace CustomerTouchpoints.Load.Works;

/// <summary>What is measured: a work, on a store, beside a peer.</summary>
internal interface IWork
{
    /// <summary>As in the table and in JSON.</summary>
    string Name { get; }

    string Store { get; }

    string Peer { get; }

    /// <summary>What is counted per second.</summary>
    string Unit { get; }

    /// <summary>At how many callers it is worth measuring.</summary>
    IReadOnlyList<int> Callers(IReadOnlyList<int> asked);

    /// <summary>The ratio that is wanted; null where none is.</summary>
    double? Wanted(int callers);

    /// <summary>Both sides once, or as much of it as lets the runtime compile them.</summary>
    Task WarmUpAsync(bool oursOnly);

    Task<Round> OursAsync(int callers);

    Task<Round> PeerAsync(int callers);

    /// <summary>
    /// How many of its units per second the store takes when the same rows are inserted in bulk; null where that says nothing.
    /// </summary>
    Task<double?> CeilingAsync(int callers);
}
