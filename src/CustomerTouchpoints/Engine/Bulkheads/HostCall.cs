namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>A call of the host's code that is made on one of its threads.</summary>
internal abstract class HostCall
{
    /// <summary>The host's code up to where it first awaits.</summary>
    public abstract Task Beginning { get; }

    /// <summary>Makes it, unless its time is over.</summary>
    public abstract void Run(HostThreads threads);
}
