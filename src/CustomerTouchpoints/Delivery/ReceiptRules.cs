using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// What follows from a receipt: a message that has arrived is <see cref="TouchpointStatus.Delivered"/>, one that came back for good has
/// <see cref="TouchpointStatus.Failed"/>, also after it was sent. Receipts come in any order and give the same.
/// </summary>
internal static class ReceiptRules
{
    public static void Decide(Deliberation deliberation, ReceiptReported receipt)
    {
        if (deliberation.Journey.Unfinished(receipt.Order) is { } open)
        {
            Decide(deliberation, receipt, open);
        }
        else if (receipt.Ended is { Attempts: > 0 } ended && !ended.Received.Contains(receipt.Kind))
        {
            TouchpointStatus status = StatusAfter(ended.Received.With(receipt.Kind)) ?? ended.Status;
            deliberation.Add(ReceivedBy(receipt, status));
            Record(deliberation, receipt, ended.Channel, status);
        }
    }

    /// <summary>Why a touchpoint stands where a receipt has brought it.</summary>
    public static Reason ReasonOf(ReceiptKind kind, Channel channel, string? details) => KindOf(kind).With(channel.Name, details);

    /// <summary>
    /// Ends a touchpoint whose attempt is over and of which a provider has reported meanwhile what became of it: its word counts more than
    /// what else could be said of the attempt.
    /// </summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="result">What its sender has said; null where it has not reported.</param>
    /// <returns>Whether it has ended.</returns>
    public static bool Settles(Deliberation deliberation, OpenTouchpoint touchpoint, SendResult? result = null)
    {
        if (StatusAfter(touchpoint.Received) is not { } status)
        {
            return false;
        }

        ReceiptKind kind = touchpoint.Received.HasComeBack ? ReceiptKind.HardBounced : ReceiptKind.Delivered;
        Reason reason = ReasonOf(kind, touchpoint.Channel, null);
        End(deliberation, touchpoint, status, reason, result);
        string name = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        deliberation.Record(JournalEntryKind.Outcome, name, status.ToEntryOutcome(), reason, deliberation.Now);
        return true;
    }

    private static void Decide(Deliberation deliberation, ReceiptReported receipt, OpenTouchpoint open)
    {
        if (open.Attempts == 0 || open.Received.Contains(receipt.Kind))
        {
            return;
        }

        ReceiptSet received = open.Received.With(receipt.Kind);
        if (open.Status == TouchpointStatus.Sending || StatusAfter(received) is not { } status)
        {
            // Its attempt is still to report, and brings what its provider calls it.
            deliberation.Add(ReceivedBy(receipt, open.Status));
            Record(deliberation, receipt, open.Channel, open.Status);
            return;
        }

        deliberation.Add(ReceivedBy(receipt, status));
        End(deliberation, open, status, ReasonOf(receipt.Kind, open.Channel, receipt.Details), null);
        Record(deliberation, receipt, open.Channel, status);
    }

    private static TouchpointStatus? StatusAfter(ReceiptSet received) =>
        received.HasComeBack ? TouchpointStatus.Failed
        : received.HasArrived ? TouchpointStatus.Delivered
        : null;

    private static TouchpointReceived ReceivedBy(ReceiptReported receipt, TouchpointStatus status) =>
        new(receipt.Order, receipt.Kind, receipt.At, status) { Id = receipt.Id };

    /// <summary>What may have arrived has told and bound us already; what surely has, and nobody knew, does so now.</summary>
    private static void End(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        TouchpointStatus status,
        Reason reason,
        SendResult? result
    )
    {
        if (!touchpoint.MayBeRepeat && (status == TouchpointStatus.Delivered || result?.Outcome == SendOutcome.Sent))
        {
            Telling.Note(deliberation, touchpoint);
            Deadlines.Bind(deliberation, touchpoint);
        }

        deliberation.Add(new TouchpointEnded(touchpoint.Order, status, reason) { Reference = result?.Reference });
        Updates.Follow(deliberation, touchpoint);
    }

    private static void Record(Deliberation deliberation, ReceiptReported receipt, Channel channel, TouchpointStatus status) =>
        deliberation.Record(
            JournalEntryKind.Receipt,
            receipt.Touchpoint.ToString(),
            status.ToEntryOutcome(),
            ReasonOf(receipt.Kind, channel, receipt.Details),
            receipt.At
        );

    private static ReasonKind KindOf(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Delivered => ReceiptReasons.Delivered,
            ReceiptKind.Opened => ReceiptReasons.Opened,
            ReceiptKind.Clicked => ReceiptReasons.Clicked,
            ReceiptKind.Read => ReceiptReasons.Read,
            ReceiptKind.SoftBounced => ReceiptReasons.SoftBounced,
            ReceiptKind.HardBounced => ReceiptReasons.HardBounced,
            ReceiptKind.Complained => ReceiptReasons.Complained,
            _ => ReceiptReasons.Unsubscribed,
        };
}
