namespace CustomerTouchpoints.Storage;

/// <summary>What another host may have left to do, as a store hints at it (<see cref="ITouchpointStore.Listen"/>).</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public enum WorkHint
{
    /// <summary>Journeys are due now that another host could not take, or has given back.</summary>
    Due,

    /// <summary>Facts were put into the intake.</summary>
    Intake,
}
