using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Testing;

/// <summary>An escalation handler that remembers what it was told, and fails as often as a test says.</summary>
/// <remarks>Not thread-safe: a test drives it step by step.</remarks>
public sealed class RecordingEscalations : IEscalationHandler
{
    private readonly List<Escalation> told = [];
    private int failures;

    /// <summary>Every escalation that it was told of, in order; tries that failed included.</summary>
    public IReadOnlyList<Escalation> Told => told;

    /// <summary>Lets the next calls fail.</summary>
    public void FailNext(int times = 1) => failures = times;

    /// <inheritdoc/>
    public Task EscalateAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        told.Add(escalation);
        return failures-- > 0 ? Task.FromException(new InvalidOperationException("The test says so.")) : Task.CompletedTask;
    }
}
