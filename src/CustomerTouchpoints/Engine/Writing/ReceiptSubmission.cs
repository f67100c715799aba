using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A provider reports something of a message that was sent, and whoever brings it waits for what comes of it.</summary>
/// <param name="receipt">The receipt.</param>
/// <param name="touchpoint">The message.</param>
/// <param name="at">When it happened.</param>
/// <param name="now">When it came in.</param>
internal sealed class ReceiptSubmission(Receipt receipt, TouchpointId touchpoint, DateTimeOffset at, DateTimeOffset now)
    : Submission(touchpoint.Carrier, now)
{
    private readonly TaskCompletionSource<ReceiptResult?> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceiptResult? answer;
    private Batch? batch;

    /// <summary>What came of it; null where the message is not there any more.</summary>
    public Task<ReceiptResult?> Result => result.Task;

    public override Task Done => result.Task;

    /// <summary>The address that it is about, under every key that lives, the current one first; empty where nobody knows it.</summary>
    public IReadOnlyList<AddressHash> About { get; init; } = [];

    /// <summary>What it says of that address; null where nothing follows for it.</summary>
    public SuppressionRow? Suppression { get; init; }

    /// <summary>What it says of the customer's wishes; null where it says nothing.</summary>
    public ConsentRecorded? Consent { get; init; }

    /// <summary>Whether it says no time of its own, and happened just now.</summary>
    public bool IsOfNow { get; init; }

    public override IEnumerable<AddressHash> Addresses => About;

    public override bool IsExclusive => Suppression is not null;

    public override TouchpointId? Touchpoint => touchpoint;

    public override bool TryEnter(Batch entered)
    {
        (batch, answer) = (entered, null);
        return true;
    }

    public override void Decide(JourneyWork work, RaisedFacts facts)
    {
        if (batch!.Receipts.Find(touchpoint) is not { } row)
        {
            return;
        }

        EndedTouchpoint before = batch.Receipts.Standing(row, work);
        if (before.Attempts == 0)
        {
            answer = Answer(ReceiptOutcome.NothingLeft, before.Status, ReceiptReasons.NothingLeft.With(before.Status.ToString()));
            return;
        }

        if (before.Received.Contains(receipt.Kind))
        {
            answer = Answer(ReceiptOutcome.Repeated, before.Status, ReceiptReasons.Repeated.After(before.Reason));
            return;
        }

        var reported = new ReceiptReported(
            touchpoint,
            row.Order,
            receipt.Kind,
            at,
            work.Journey.Unfinished(row.Order) is null ? before : null
        )
        {
            Now = Now,
            Id = receipt.Id,
            Details = receipt.Details,
        };
        TouchpointStatus status = work.Take(reported).Entries[^1].Changes.OfType<TouchpointReceived>().Single().Status;
        Reason reason = ReceiptRules.ReasonOf(receipt.Kind, before.Channel, receipt.Details);
        batch.Receipts.Note(reported, before, status, reason);
        Follow(row.Customer);
        answer = Answer(ReceiptOutcome.Recorded, status, reason) with { IsAddressStopped = Suppression is not null };
    }

    public override void Complete(bool hasWritten) => result.TrySetResult(answer);

    public override void Fail(Exception exception) => result.TrySetException(exception);

    /// <summary>What it means beside the message: for the address, and for the customer.</summary>
    private void Follow(CustomerId? customer)
    {
        if (Suppression is { } suppression)
        {
            batch!.Suppressions.Suppress(suppression, IsOfNow);
        }

        if (Consent is { } consent && customer is { } told)
        {
            batch!.Customers.Record(told, consent, IsOfNow, Now);
        }
    }

    private ReceiptResult Answer(ReceiptOutcome outcome, TouchpointStatus status, Reason reason) =>
        new()
        {
            Outcome = outcome,
            Touchpoint = touchpoint,
            Status = status,
            Reason = reason,
        };
}
