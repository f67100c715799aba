using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What providers have reported of messages, and the messages that they report of.</summary>
internal static class TouchpointStoreContractReceipts
{
    private static readonly JourneyId One = "order/1";
    private static readonly JourneyId Two = "order/2";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Receipts_are_read_by_touchpoint_by_when_they_happened_and_by_kind", ReadAsync),
            ("Of_each_kind_the_first_receipt_of_a_touchpoint_stays", FirstAsync),
            ("Receipts_are_there_after_reopening_and_a_refused_batch_leaves_none", KeptAsync),
            ("Touchpoints_are_read_by_their_ids_alone", TouchpointsAsync),
        ];

    private static async Task ReadAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        ReceiptRow[] written =
        [
            Receipt(One, 1, ReceiptKind.Opened, 2),
            Receipt(One, 1, ReceiptKind.Delivered, 1),
            Receipt(One, 1, ReceiptKind.Clicked, 2),
            Receipt(One, 2, ReceiptKind.HardBounced, 0),
            Receipt(Two, 1, ReceiptKind.Read, 5),
        ];
        await subject.CommitAsync(new BatchWrites { Receipts = written }).ConfigureAwait(false);
        await ReadsAsync(subject, [new(One, 1)], written[1], written[2], written[0]).ConfigureAwait(false);
        await ReadsAsync(subject, [new(One, 2), new(Two, 1), new(Two, 7), new("order/3", 1)], written[3], written[4]).ConfigureAwait(false);
        await ReadsAsync(subject, []).ConfigureAwait(false);
    }

    private static async Task FirstAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        ReceiptRow first = Receipt(One, 1, ReceiptKind.Opened, 3);
        await subject.CommitAsync(new BatchWrites { Receipts = [first] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Receipts = [Receipt(One, 1, ReceiptKind.Opened, 1)] }).ConfigureAwait(false);
        await ReadsAsync(subject, [new(One, 1)], first).ConfigureAwait(false);
    }

    private static async Task KeptAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        ReceiptRow kept = Receipt(One, 1, ReceiptKind.Opened, 3);
        await subject.CommitAsync(new BatchWrites { Receipts = [kept] }).ConfigureAwait(false);
        BatchWrites gap = new() { Receipts = [Receipt(One, 1, ReceiptKind.Read, 4)], Journal = [Rows.Entry(One, 99)] };
        await Check.FailsAsync<InvalidOperationException>(() => subject.CommitAsync(gap), "The batch").ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await ReadsAsync(subject, [new(One, 1)], kept).ConfigureAwait(false);
    }

    private static async Task TouchpointsAsync(TouchpointStoreContractSubject subject)
    {
        TouchpointRow first = Rows.Touchpoint(Rows.TouchpointId(One));
        TouchpointRow other = Rows.Touchpoint(Rows.TouchpointId(One, "order-shipped"), order: 2);
        TouchpointRow second = Rows.Touchpoint(Rows.TouchpointId(Two)) with { Status = TouchpointStatus.Sent, Attempts = 1 };
        await subject.CommitAsync(Rows.Opening(One) with { NewTouchpoints = [first, other] }).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Two) with { NewTouchpoints = [second] }).ConfigureAwait(false);
        IReadOnlyList<TouchpointRow> read = await subject
            .Store.Receipts.ReadTouchpointsAsync(
                [
                    second.Id,
                    first.Id,
                    Rows.TouchpointId("order/3"),
                    Rows.TouchpointId(Two, "order-shipped"),
                    TouchpointId.Of("ana", "news", "1", Channel.Email),
                ],
                CancellationToken.None
            )
            .ConfigureAwait(false);
        Check.SameOrder([first, second], read.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal), "The touchpoints");
    }

    private static async Task BeginAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening(One)).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Two)).ConfigureAwait(false);
    }

    private static ReceiptRow Receipt(JourneyId journey, long order, ReceiptKind kind, int minute) =>
        new(new TouchpointPlace(journey, order), kind, Rows.Noon.AddMinutes(minute), Rows.Noon.AddHours(1));

    private static async Task ReadsAsync(TouchpointStoreContractSubject subject, TouchpointPlace[] places, params ReceiptRow[] expected)
    {
        IReadOnlyList<ReceiptRow> read = await subject
            .Store.Receipts.ReadReceiptsAsync(places, CancellationToken.None)
            .ConfigureAwait(false);
        foreach (TouchpointPlace place in places)
        {
            Check.SameOrder(
                expected.Where(row => row.Touchpoint == place),
                read.Where(row => row.Touchpoint == place),
                $"What was reported of {place}"
            );
        }

        Check.Equal(expected.Length, read.Count, "The count of receipts");
    }
}
