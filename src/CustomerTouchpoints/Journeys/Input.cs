using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Journeys;

/// <summary>What can happen to a journey. Each concept has its own inputs, and knows what follows from them.</summary>
internal abstract record Input
{
    /// <summary>The instant at which the engine took it in; the only "now" of its decision.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Decides what follows; nothing when it finds nothing left to decide. Pure.</summary>
    /// <exception cref="ConditionFailedException">A guard or a condition of the host threw.</exception>
    public abstract void Decide(Deliberation deliberation);

    /// <summary>
    /// What follows when a guard or a condition of the host has thrown: this input alone is faulted,
    /// and everything else goes on.
    /// </summary>
    public virtual void Fail(Deliberation deliberation, Reason fault) { }

    /// <summary>
    /// What can still be said of it when it can't be stored as it is: the same fact in fewer words. Null where there is nothing to leave
    /// out.
    /// </summary>
    public virtual Input? Plainer => null;
}
