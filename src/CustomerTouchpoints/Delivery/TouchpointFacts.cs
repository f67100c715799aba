using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// What has become of messages by a decision, each fact of each message once: the journey takes them in as events, in the same commit.
/// </summary>
internal static class TouchpointFacts
{
    /// <summary>What a decision has brought about, in the order in which it happened.</summary>
    /// <param name="input">What was decided.</param>
    /// <param name="decision">What followed.</param>
    public static IEnumerable<TouchpointFact> Of(Input input, Decision decision)
    {
        var receipt = input as ReceiptReported;
        foreach (Change change in decision.Entries.SelectMany(entry => entry.Changes))
        {
            IEnumerable<TouchpointFact> facts = change switch
            {
                TouchpointReceived received => Of(receipt!, received, PartOf(decision, received.Order)),
                TouchpointEnded ended when PartOf(decision, ended.Order) is { } touchpoint => Of(ended, touchpoint, input.Now),
                _ => [],
            };
            foreach (TouchpointFact fact in facts)
            {
                yield return fact;
            }
        }
    }

    /// <summary>What a receipt reports, and what must have been before it and was not known.</summary>
    private static IEnumerable<TouchpointFact> Of(ReceiptReported receipt, TouchpointReceived received, OpenTouchpoint? open)
    {
        // What has not ended remembers this receipt already; what has ended stands as it was found.
        ReceiptSet before = open?.Received.Without(received.Kind) ?? receipt.Ended!.Received;
        bool hadLeft = !before.IsEmpty || receipt.Ended is { Status: TouchpointStatus.Sent or TouchpointStatus.Delivered };
        Channel channel = open?.Channel ?? receipt.Ended!.Channel;
        if (!hadLeft)
        {
            yield return Fact(TouchpointEvent.Sent);
        }

        foreach (ReceiptKind kind in ReceiptSet.ImpliedBy(received.Kind).Where(implied => !before.Implies(implied)))
        {
            yield return Fact(EventOf(kind));
        }

        if (receipt.Ended is { } ended && received.Status == TouchpointStatus.Failed && ended.Status != TouchpointStatus.Failed)
        {
            yield return Fact(TouchpointEvent.Failed);
        }

        TouchpointFact Fact(TouchpointEvent fact) => new(received.Order, receipt.Touchpoint.Rule, fact, channel, received.At);
    }

    /// <summary>A message with a receipt was known to have left when that came.</summary>
    private static IEnumerable<TouchpointFact> Of(TouchpointEnded ended, OpenTouchpoint touchpoint, DateTimeOffset now) =>
        ended.Status switch
        {
            TouchpointStatus.Sent when touchpoint.Received.IsEmpty =>
            [
                new TouchpointFact(ended.Order, touchpoint.Rule, TouchpointEvent.Sent, touchpoint.Channel, now),
            ],
            TouchpointStatus.Failed => [new TouchpointFact(ended.Order, touchpoint.Rule, TouchpointEvent.Failed, touchpoint.Channel, now)],
            _ => [],
        };

    private static OpenTouchpoint? PartOf(Decision decision, long order) =>
        decision.Parts.OfType<OpenTouchpoint>().FirstOrDefault(touchpoint => touchpoint.Order == order);

    private static TouchpointEvent EventOf(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Delivered => TouchpointEvent.Delivered,
            ReceiptKind.Opened => TouchpointEvent.Opened,
            ReceiptKind.Clicked => TouchpointEvent.Clicked,
            ReceiptKind.Read => TouchpointEvent.Read,
            ReceiptKind.SoftBounced => TouchpointEvent.SoftBounced,
            ReceiptKind.HardBounced => TouchpointEvent.HardBounced,
            ReceiptKind.Complained => TouchpointEvent.Complained,
            _ => TouchpointEvent.Unsubscribed,
        };
}
