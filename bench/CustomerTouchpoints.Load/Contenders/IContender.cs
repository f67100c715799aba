namespace CustomerTouchpoints.Load.Contenders;

/// <summary>One side of the comparison, on a place of its own.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>How many messages are durably marked sent.</summary>
    int Sent { get; }

    Task StartAsync();

    /// <summary>Reports one event of a subject's story; ends once it is durable.</summary>
    Task RaiseAsync(int subject, int step);

    /// <summary>Counts what was written.</summary>
    Task<DurableRows> CountAsync();
}
