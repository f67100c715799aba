namespace CustomerTouchpoints.Responses;

/// <summary>Tells the people on our side that a response clock warns or was breached. Registered with <c>UseEscalations</c>.</summary>
/// <remarks>
/// Called outside of any transaction, at least once for each escalation: again after an exception, after the send deadline, and after a
/// crash, with the same <see cref="Escalation.Id"/>. Not called when the clock has ended by then. Must be thread-safe.
/// </remarks>
public interface IEscalationHandler
{
    /// <summary>Tells them.</summary>
    /// <param name="escalation">What to tell.</param>
    /// <param name="cancellationToken">Ends the try; it counts as failed, and is made again.</param>
    Task EscalateAsync(Escalation escalation, CancellationToken cancellationToken);
}
