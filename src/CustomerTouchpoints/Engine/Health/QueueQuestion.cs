using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does the writer keep up with what comes in?</summary>
/// <remarks>Thread-safe; one watch looks.</remarks>
internal sealed class QueueQuestion(Writer writer, IOptions<TouchpointsOptions> options) : IHealthQuestion
{
    /// <summary>How many looks in a row must have found it longer than the one before.</summary>
    private const int Growing = 2;

    private int last;
    private int grown;

    /// <summary>Looks how long it is. For who looks every now and then.</summary>
    public void Look()
    {
        int length = writer.QueueLength;
        grown = length > last && length > options.Value.BatchSize ? grown + 1 : 0;
        last = length;
    }

    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        int length = writer.QueueLength;
        examination.Note("queue_length", length);
        if (Volatile.Read(ref grown) >= Growing && length >= Volatile.Read(ref last))
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.QueueGrows.With(length));
        }

        return ValueTask.CompletedTask;
    }
}
