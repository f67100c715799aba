using System.Data.Common;
using System.Runtime.CompilerServices;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>The library inside its host: admission happens here, concurrently; the writer does the rest.</summary>
internal sealed class EmbeddedTouchpoints(
    TouchpointsEngine engine,
    LifecycleRegistry lifecycles,
    AdmissionGate gate,
    UndeclaredEvents undeclared,
    Profiles profiles,
    ITouchpointStore store,
    StoreReaders readers,
    WriterDoor writer,
    ReceiptDesk receipts,
    StoreTime time
) : ICustomerTouchpoints
{
    private const int LongestText = 200;

    public Task<RaiseResult> RaiseAsync(IncomingEvent incoming, CancellationToken cancellationToken = default)
    {
        IncomingEvent fact = Admitted(incoming, time.GetUtcNow());

        // The caller's token stops the waiting, not the event: once it is through the door, it goes all the way.
        return AdmitAsync(fact).WaitAsync(cancellationToken);
    }

    public Task<ReviewResult> ReviewAsync(
        TouchpointId touchpoint,
        ReviewDecision decision,
        string reason,
        string by,
        CancellationToken cancellationToken = default
    )
    {
        Identifier.Key(reason, "a reason", LongestText);
        Identifier.Key(by, "who decides", LongestText);
        Demand(touchpoint.Rule, nameof(TouchpointId), nameof(touchpoint));
        return Enum.IsDefined(decision)
            ? DecideOnAsync(touchpoint, decision, reason, by).WaitAsync(cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(decision), decision, "Use Resend, Sent or Discard.");
    }

    public Task<ReceiptResult> ReportReceiptAsync(Receipt receipt, CancellationToken cancellationToken = default) =>
        receipts.ReportAsync(ReceiptValidator.Admit(receipt)).WaitAsync(cancellationToken);

    public Task<int> WithdrawAsync(JourneyId journey, string reason, string by, CancellationToken cancellationToken = default)
    {
        Identifier.Key(reason, "a reason", LongestText);
        Identifier.Key(by, "who decides", LongestText);
        JourneyId.Given(journey);
        return WithdrawnAsync(journey, reason, by).WaitAsync(cancellationToken);
    }

    public Task EnlistAsync(IncomingEvent incoming, DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        IncomingEvent fact = Admitted(incoming, now);
        ArgumentNullException.ThrowIfNull(transaction);

        // The engine is not asked: whether it runs or not, what the host commits waits for it.
        return store.EnlistAsync(IntakeRows.ToRow(fact, now), transaction, cancellationToken).AsTask();
    }

    public async Task<string?> ExplainAsync(TouchpointId touchpoint, CancellationToken cancellationToken = default)
    {
        Demand(touchpoint.Rule, nameof(TouchpointId), nameof(touchpoint));
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Journal.ExplainAsync(touchpoint, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string?> ExplainAsync(ClockId clock, CancellationToken cancellationToken = default)
    {
        Demand(clock.Clock, nameof(ClockId), nameof(clock));
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Clocks.ExplainAsync(clock, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<ClockView> ClocksAsync(
        ClockQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        await foreach (ClockView clock in readers.Clocks.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return clock;
        }
    }

    public async IAsyncEnumerable<PromiseView> PromisesAsync(
        PromiseQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        await foreach (PromiseView promise in readers.Clocks.ReadPromisesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return promise;
        }
    }

    public async Task<IReadOnlyList<PromiseCount>> PromiseCountsAsync(PromiseQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Clocks.CountPromisesAsync(query, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Timeline> TimelineAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Journal.TimelineAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<JournalEntryView>> HistoryAsync(JourneyId journey, CancellationToken cancellationToken = default)
    {
        JourneyId.Given(journey);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Lookup.JournalOfAsync(journey, cancellationToken).ConfigureAwait(false);
    }

    public async Task<JourneyView?> GetJourneyAsync(JourneyId journey, CancellationToken cancellationToken = default)
    {
        JourneyId.Given(journey);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Journeys.FindAsync(journey, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CustomerView?> GetCustomerAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Customers.FindAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<TouchpointView> TouchpointsAsync(
        TouchpointQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        await foreach (TouchpointView touchpoint in readers.Touchpoints.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return touchpoint;
        }
    }

    public async IAsyncEnumerable<JournalEntryView> JournalAsync(
        string? after = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        await foreach (JournalEntryView entry in readers.Journal.ReadAsync(after, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    private static void Demand(string? part, string type, string parameter)
    {
        if (part is null)
        {
            throw new ArgumentException($"default({type}) names no {parameter}: take one from a view, or parse its text.", parameter);
        }
    }

    private async Task<int> WithdrawnAsync(JourneyId journey, string reason, string by)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        if ((await store.ReadJourneysAsync([journey], CancellationToken.None).ConfigureAwait(false)).Count == 0)
        {
            return 0;
        }

        lifecycles.Of(journey);
        var withdraw = new Submission.Withdraw(journey, new WithdrawalAsked(reason, by) { Now = Instants.Truncate(time.GetUtcNow()) })
        {
            Recipients = await profiles.OfAsync(journey, CancellationToken.None).ConfigureAwait(false),
        };
        await writer.SubmitAsync(withdraw).ConfigureAwait(false);
        return await withdraw.Result.ConfigureAwait(false);
    }

    private async Task<ReviewResult> DecideOnAsync(TouchpointId touchpoint, ReviewDecision decision, string reason, string by)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        if (await store.FindTouchpointAsync(touchpoint, CancellationToken.None).ConfigureAwait(false) is not { } found)
        {
            return ReviewResults.NoSuch(touchpoint);
        }

        if (touchpoint.Carrier is not { } carrier)
        {
            return ReviewResults.OfCustomer(found);
        }

        lifecycles.Of(carrier);
        IReadOnlyDictionary<CustomerId, Recipient> recipients = await profiles
            .OfAsync(carrier, CancellationToken.None)
            .ConfigureAwait(false);
        var review = new Submission.Review(new ReviewGiven(touchpoint, decision, reason, by) { Now = Instants.Truncate(time.GetUtcNow()) })
        {
            Recipients = recipients,
        };
        await writer.SubmitAsync(review).ConfigureAwait(false);
        return await review.Result.ConfigureAwait(false)
            ?? ReviewResults.NotWaiting((await store.FindTouchpointAsync(touchpoint, CancellationToken.None).ConfigureAwait(false))!);
    }

    private IncomingEvent Admitted(IncomingEvent incoming, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        IncomingEvent fact = EventValidator.Admit(incoming, lifecycles.Of(JourneyId.Given(incoming.Journey, nameof(incoming))), now);
        undeclared.Note(fact);
        return fact;
    }

    private async Task<RaiseResult> AdmitAsync(IncomingEvent fact)
    {
        int bytes = EventValidator.SizeOf(fact);
        await gate.EnterAsync(bytes).ConfigureAwait(false);
        try
        {
            await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
            IReadOnlyDictionary<CustomerId, Recipient> recipients = await profiles
                .OfAsync(fact, CancellationToken.None)
                .ConfigureAwait(false);
            var raise = new Submission.Raise(fact, EventFingerprint.Of(fact), Instants.Truncate(time.GetUtcNow()))
            {
                Recipients = recipients,
            };
            await writer.SubmitAsync(raise).ConfigureAwait(false);
            return await raise.Result.ConfigureAwait(false);
        }
        finally
        {
            gate.Leave(bytes);
        }
    }
}
