using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// Runs errands that commits have begun, outside any transaction, and submits what came of them: attempts are made, channels asked, the
/// host's people told.
/// </summary>
internal sealed class Dispatcher(
    ErrandPools pools,
    AttemptRunner attempts,
    LookupRunner lookups,
    EscalationRunner escalations,
    Writer writer
)
{
    /// <summary>Waits for an errand of a pool, and runs it.</summary>
    public async Task RunNextAsync(ErrandPool pool, CancellationToken cancellationToken) =>
        await RunAsync(await pool.TakeAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Runs one errand, if there is one. Returns whether there was.</summary>
    public async Task<bool> StepAsync()
    {
        if (!pools.TryTake(out Errand? errand))
        {
            return false;
        }

        await RunAsync(errand).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Begins nothing more, and gives back what was claimed and not begun: the host stops. Lookups and escalations come again by
    /// themselves.
    /// </summary>
    public void Stop()
    {
        pools.Stop();
        while (pools.TryTake(out Errand? errand))
        {
            if (errand is Attempt attempt)
            {
                attempt.Token?.Close();
                writer.Submit(new Submission.Report(attempt.Journey, attempts.Released(attempt, DeliveryReasons.NotBegun)));
            }
        }
    }

    /// <summary>Runs an errand, then gives its slot back and reports, in this order: the report's commit may claim the next.</summary>
    private async Task RunAsync(Errand errand)
    {
        Submission.Report? report = null;
        try
        {
            report = await ReportOfAsync(errand).ConfigureAwait(false);
        }
        finally
        {
            (errand as Attempt)?.Token?.Close();
            bool slotIsWanted = errand.Pool.ReleaseSlot();
            if (report is not null)
            {
                writer.Submit(report);
            }

            if (slotIsWanted)
            {
                writer.WorkLeft.Set();
            }
        }
    }

    private async ValueTask<Submission.Report> ReportOfAsync(Errand errand) =>
        errand switch
        {
            Attempt attempt => new(attempt.Journey, await attempts.RunAsync(attempt).ConfigureAwait(false))
            {
                // The next message of the same lane may begin with this commit.
                Recipients = new Dictionary<CustomerId, Recipient> { [attempt.Customer.Id] = attempt.Recipient },
            },
            DeliveryLookup lookup => new(lookup.Journey, await lookups.RunAsync(lookup).ConfigureAwait(false)),
            EscalationCall call => new(call.Journey, await escalations.RunAsync(call).ConfigureAwait(false)),
            _ => throw new InvalidOperationException($"Nobody runs a {errand.GetType().Name}."),
        };
}
