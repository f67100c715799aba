using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Takes in receipts: finds the message and the address that its attempt went to, and hands the receipt to the writer. Thread-safe.
/// </summary>
internal sealed class ReceiptDesk(
    TouchpointsEngine engine,
    LifecycleRegistry lifecycles,
    Profiles profiles,
    ITouchpointStore store,
    WriterDoor writer,
    AddressHashing hashing,
    IOptions<TouchpointsOptions> options,
    StoreTime time
)
{
    /// <summary>Who a receipt is by, in what is recorded because of it.</summary>
    private const string By = "receipt";

    public async Task<ReceiptResult> ReportAsync(Receipt receipt)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        IReadOnlyList<TouchpointRow> found = await FindAsync(receipt).ConfigureAwait(false);
        return found.Count == 1
            ? await RecordAsync(receipt, found[0]).ConfigureAwait(false)
            : await WithoutMessageAsync(receipt, found).ConfigureAwait(false);
    }

    /// <summary>The messages that it may mean: several, where its provider calls them alike and no address tells them apart.</summary>
    private async Task<IReadOnlyList<TouchpointRow>> FindAsync(Receipt receipt)
    {
        IReadOnlyList<TouchpointId> ids =
            receipt.Touchpoint is { } touchpoint ? [touchpoint]
            : receipt.Reference is { } reference
                ? await store.Receipts.FindTouchpointsAsync(receipt.Channel!.Value, reference, CancellationToken.None).ConfigureAwait(false)
            : [];
        IReadOnlyList<TouchpointRow> rows =
            ids.Count == 0 ? [] : await store.ReadCarriedAsync(ids, CancellationToken.None).ConfigureAwait(false);
        if (rows.Count < 2 || receipt.Address is not { } address)
        {
            return rows;
        }

        var meant = new List<TouchpointRow>();
        foreach (TouchpointRow row in rows)
        {
            if (await AddressOfAsync(row, null).ConfigureAwait(false) is { } hash && HashesOf(row.Channel, address).Contains(hash))
            {
                meant.Add(row);
            }
        }

        return meant.Count == 1 ? meant : rows;
    }

    private async Task<ReceiptResult> RecordAsync(Receipt receipt, TouchpointRow row)
    {
        lifecycles.Of(row.Id.Carrier!.Value);
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        DateTimeOffset at = receipt.OccurredAt < now ? Instants.Truncate(receipt.OccurredAt.Value) : now;
        IReadOnlyList<AddressHash> about = await AboutAsync(receipt, row).ConfigureAwait(false);
        var submission = new ReceiptSubmission(receipt, row.Id, at, now)
        {
            Recipients = await profiles.OfAsync(row.Id.Carrier!.Value, CancellationToken.None).ConfigureAwait(false),
            About = about,
            Suppression = about.Count > 0 ? SuppressionOf(receipt, about[0], at) : null,
            Consent = ConsentOf(receipt, row.Channel, at),
            IsOfNow = !(receipt.OccurredAt < now),
        };
        await writer.SubmitAsync(submission).ConfigureAwait(false);
        return await submission.Result.ConfigureAwait(false) ?? NotFound(receipt);
    }

    /// <summary>What can be known of it all the same: the address that it names must not be written to.</summary>
    private async Task<ReceiptResult> WithoutMessageAsync(Receipt receipt, IReadOnlyList<TouchpointRow> candidates)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        DateTimeOffset at = receipt.OccurredAt < now ? Instants.Truncate(receipt.OccurredAt.Value) : now;
        bool isStopped = false;
        if (receipt is { Address: { } address, Channel: { } channel } && HashesOf(channel, address) is var about)
        {
            if (SuppressionOf(receipt, about[0], at) is { } suppression)
            {
                var submission = SuppressionSubmission.Of(suppression, about, !(receipt.OccurredAt < now), now);
                await writer.SubmitAsync(submission).ConfigureAwait(false);
                await submission.Done.ConfigureAwait(false);
                isStopped = true;
            }
        }

        return candidates.Count == 0
            ? NotFound(receipt) with
            {
                IsAddressStopped = isStopped,
            }
            : new ReceiptResult
            {
                Outcome = ReceiptOutcome.Ambiguous,
                Reason = ReceiptReasons.Ambiguous.With(candidates.Count, receipt.Channel!.Value.Name, receipt.Reference),
                IsAddressStopped = isStopped,
            };
    }

    private static ReceiptResult NotFound(Receipt receipt) =>
        new()
        {
            Outcome = ReceiptOutcome.NotFound,
            Reason = receipt.Reference is { } reference
                ? ReceiptReasons.NoSuchReference.With(receipt.Channel?.Name, reference)
                : ReceiptReasons.NoSuchTouchpoint,
        };

    /// <summary>The address that it is about: the one that it names, or else the one that the attempt went to.</summary>
    private async Task<IReadOnlyList<AddressHash>> AboutAsync(Receipt receipt, TouchpointRow row) =>
        StopsFor(receipt.Kind) is null ? []
        : receipt.Address is { } address ? HashesOf(row.Channel, address)
        : await AddressOfAsync(row, receipt.Attempt).ConfigureAwait(false) is { } hash ? [hash]
        : [];

    private IReadOnlyList<AddressHash> HashesOf(Channel channel, string address) => hashing.Hasher.Of(channel, address);

    /// <summary>The address that an attempt went to, as the journal keeps it; null where it is not known.</summary>
    private async Task<AddressHash?> AddressOfAsync(TouchpointRow row, int? attempt)
    {
        string name = row.Id.ToString();
        IReadOnlyList<JournalRow> journal = await store
            .ReadJournalAsync(row.Id.Carrier!.Value, CancellationToken.None)
            .ConfigureAwait(false);
        AttemptBegun? begun = journal
            .Where(entry => entry.Name == name)
            .SelectMany(entry => JourneyRows.ToEntry(entry).Changes.OfType<AttemptBegun>())
            .LastOrDefault(begun => begun.Order == row.Order && (attempt ?? begun.Attempt) == begun.Attempt);
        return begun?.Address is { } hash ? new AddressHash(begun.Channel, hash) : null;
    }

    private SuppressionRow? SuppressionOf(Receipt receipt, AddressHash address, DateTimeOffset at) =>
        StopsFor(receipt.Kind) is { } reason
            ? new SuppressionRow
            {
                Address = address,
                Reason = reason,
                Scope = options.Value.Suppression.ScopeOf(reason),
                Since = at,
                By = By,
            }
            : null;

    /// <summary>A complaint and unsubscribing are a word of the customer's, too.</summary>
    private static ConsentRecorded? ConsentOf(Receipt receipt, Channel channel, DateTimeOffset at) =>
        receipt.Kind is ReceiptKind.Complained or ReceiptKind.Unsubscribed
            ? new ConsentRecorded(
                Category.Promotional,
                channel,
                ConsentDecision.Withdrawn,
                at,
                receipt.Kind == ReceiptKind.Complained ? "complaint" : "unsubscribed",
                By,
                null
            )
            : null;

    private static SuppressionReason? StopsFor(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.HardBounced => SuppressionReason.HardBounce,
            ReceiptKind.Complained => SuppressionReason.Complaint,
            ReceiptKind.Unsubscribed => SuppressionReason.Unsubscribed,
            _ => null,
        };
}
