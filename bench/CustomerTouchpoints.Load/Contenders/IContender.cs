namespace CustomerTouchpoints.Load.Contenders;

/// <summary>One side of the comparison, on a file of its own.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>How many messages are durably marked sent.</summary>
    int Sent { get; }

    Task StartAsync();

    /// <summary>Reports one event of an order's story; ends once it is durable.</summary>
    Task RaiseAsync(int order, int step);

    /// <summary>Counts what is in the file, once the contender is disposed.</summary>
    DurableRows Count();
}
