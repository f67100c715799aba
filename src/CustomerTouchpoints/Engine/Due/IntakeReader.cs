using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>
/// Takes what hosts have committed with their own data: reads a page of the intake, and submits each fact on the way of any other. Its row
/// is deleted by the commit that journals it, so that it is taken once, whenever that is.
/// </summary>
/// <remarks>For one loop alone: a page is settled before the next is read.</remarks>
internal sealed class IntakeReader(
    ITouchpointStore store,
    StoreTurn turn,
    Writer writer,
    LifecycleRegistry lifecycles,
    Profiles profiles,
    StoreTime time,
    ILogger<IntakeReader> logger
) : IDisposable
{
    /// <summary>How many facts one page has at most.</summary>
    private const int PageSize = 256;

    private bool hasLooked;

    /// <summary>Rings when there may be something to take.</summary>
    public Signal Hinted { get; } = new();

    /// <summary>Whether facts like these are read here: not set aside, and of a lifecycle that this host has.</summary>
    public bool Takes(IntakeBacklog backlog) => backlog.SetAside is null && lifecycles.Names.Contains(backlog.Lifecycle);

    /// <summary>Reads one page and submits it; sets aside what no fact can be made of.</summary>
    /// <returns>The submissions, to be awaited and then settled; none when there was nothing to take.</returns>
    public async Task<IntakePage> StepAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<IntakeRow> rows = await store.ReadIntakeAsync(lifecycles.Names, PageSize, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return IntakePage.Empty;
        }

        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        var facts = new List<(long Number, IncomingEvent Fact, long Fingerprint)>(rows.Count);
        var broken = new List<SetAsideRow>();
        foreach (IntakeRow row in rows)
        {
            try
            {
                IncomingEvent told = IntakeRows.ToEvent(row);
                IncomingEvent fact = EventValidator.Admit(told, lifecycles.Of(told.Journey), now);
                facts.Add((row.Number, fact, EventFingerprint.Of(fact)));
            }
#pragma warning disable CA1031 // Whatever lies in a row, its neighbours must not wait for it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                broken.Add(new SetAsideRow(row.Number, fault.Message));
            }
        }

        bool hasSetAside = await SetAsideAsync(broken, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> recipients = await RecipientsAsync(
                facts.ConvertAll(fact => fact.Fact),
                cancellationToken
            )
            .ConfigureAwait(false);
        var page = new List<Submission.Raise>(facts.Count);
        foreach ((long number, IncomingEvent fact, long fingerprint) in facts)
        {
            var raise = new Submission.Raise(fact, fingerprint, now) { Recipients = recipients[fact.Journey], Intake = number };
            page.Add(raise);
            writer.Submit(raise);
        }

        return new IntakePage(page, hasSetAside);
    }

    /// <summary>Sets aside what failed by itself, now that a page is through. What the store could not commit is read again.</summary>
    /// <returns>Whether the page has moved: something was taken, or set aside.</returns>
    public async Task<bool> SettleAsync(IntakePage page, CancellationToken cancellationToken)
    {
        var refused = new List<SetAsideRow>();
        foreach (Submission.Raise raise in page.Facts)
        {
            if (raise.Done.Exception?.InnerException is { } fault and not (StoreUnavailableException or OperationCanceledException))
            {
                refused.Add(new SetAsideRow(raise.Intake!.Value, fault.Message));
            }
        }

        bool hasTaken = page.Facts.Any(raise => raise.Done.IsCompletedSuccessfully);
        return await SetAsideAsync(refused, cancellationToken).ConfigureAwait(false) || hasTaken || page.HasSetAside;
    }

    public void Dispose() => Hinted.Dispose();

    /// <summary>Says once what lies there for a lifecycle that this host does not have.</summary>
    private async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        if (hasLooked)
        {
            return;
        }

        foreach (IntakeBacklog backlog in await store.CountIntakeAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!lifecycles.Names.Contains(backlog.Lifecycle))
            {
                ProcessingLog.NobodyTakes(logger, backlog.Count, Identifier.Shown(backlog.Lifecycle));
            }
        }

        hasLooked = true;
    }

    /// <summary>
    /// What the directory says of the customers in the facts, and of those whose journeys are named by facts that name nobody; by journey.
    /// </summary>
    private ValueTask<IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>>> RecipientsAsync(
        List<IncomingEvent> facts,
        CancellationToken cancellationToken
    ) =>
        profiles.OfEachAsync(
            [.. facts.Where(fact => fact.Parties.Count == 0).Select(fact => fact.Journey).Distinct()],
            facts,
            cancellationToken
        );

    private async Task<bool> SetAsideAsync(List<SetAsideRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        BatchKeys keys = BatchKeys.None with { Intake = rows.ConvertAll(row => row.Number) };
        await turn.CommitAsync(
                keys,
                loaded => new BatchWrites { SetAside = rows.FindAll(row => loaded.Intake.Contains(row.Number)) },
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (SetAsideRow row in rows)
        {
            ProcessingLog.SetAside(logger, row.Number);
        }

        return true;
    }
}
