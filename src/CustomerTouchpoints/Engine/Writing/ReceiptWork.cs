using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>The touchpoints of which a batch has receipts: as they stand by now, and what is to be written of them.</summary>
/// <param name="loaded">Those that exist, as they were committed before the batch: nobody else has changed them since.</param>
internal sealed class ReceiptWork(IReadOnlyDictionary<TouchpointId, ReceivedTouchpoint> loaded)
{
    private readonly Dictionary<TouchpointId, ReceiptSet> received = loaded.ToDictionary(
        found => found.Key,
        found => found.Value.Receipts.Aggregate(default(ReceiptSet), (set, row) => set.With(row.Kind))
    );

    private readonly Dictionary<TouchpointId, (TouchpointStatus Status, Reason Reason, DateTimeOffset At)> moved = [];
    private readonly List<ReceiptRow> receipts = [];

    /// <summary>The touchpoint's row, as it was before the batch; null where there is none.</summary>
    public TouchpointRow? Find(TouchpointId id) => loaded.GetValueOrDefault(id)?.Row;

    /// <summary>The touchpoint as it stands by now; what its journey remembers of one that has not ended counts before it.</summary>
    public EndedTouchpoint Standing(TouchpointRow row, JourneyWork work)
    {
        ReceiptSet known = received[row.Id];
        if ((work.Journey.Unfinished(row.Order) ?? work.LastOf(row.Order)) is { } seen)
        {
            row = JourneyRows.ToRow(work.Journey.Id, seen, row.ChangedAt);
        }

        return moved.TryGetValue(row.Id, out (TouchpointStatus Status, Reason Reason, DateTimeOffset At) to)
            ? new EndedTouchpoint(row.Order, row.Channel, to.Status, to.Reason, row.Attempts, known)
            : new EndedTouchpoint(row.Order, row.Channel, row.Status, Reason.Stored(row.Reason), row.Attempts, known);
    }

    /// <summary>Notes what was decided about a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="before">The touchpoint before it.</param>
    /// <param name="status">Where it stands now.</param>
    /// <param name="reason">Why, where it stands otherwise than before.</param>
    public void Note(ReceiptReported receipt, EndedTouchpoint before, TouchpointStatus status, Reason reason)
    {
        received[receipt.Touchpoint] = received[receipt.Touchpoint].With(receipt.Kind);
        receipts.Add(
            new ReceiptRow(new TouchpointPlace(receipt.Touchpoint.Carrier!.Value, receipt.Order), receipt.Kind, receipt.At, receipt.Now)
        );
        if (receipt.Ended is not null)
        {
            moved[receipt.Touchpoint] = (status, status == before.Status ? before.Reason : reason, receipt.Now);
        }
    }

    /// <summary>Adds the receipts, and the touchpoints that have moved after they had ended.</summary>
    public BatchWrites AddTo(BatchWrites writes)
    {
        if (receipts.Count == 0)
        {
            return writes;
        }

        HashSet<TouchpointId> written = [.. writes.ChangedTouchpoints.Select(row => row.Id)];
        return writes with
        {
            Receipts = receipts,
            ChangedTouchpoints =
            [
                .. writes.ChangedTouchpoints.Select(Moved),
                .. moved.Keys.Where(id => !written.Contains(id)).Select(id => Moved(loaded[id].Row)),
            ],
        };
    }

    private TouchpointRow Moved(TouchpointRow row) =>
        moved.TryGetValue(row.Id, out (TouchpointStatus Status, Reason Reason, DateTimeOffset At) to)
            ? row with
            {
                Status = to.Status,
                Reason = to.Reason.Text,
                ChangedAt = to.At,
            }
            : row;
}
