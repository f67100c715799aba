using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using CustomerTouchpoints.Touchpoints;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Receipts in any order, any number of times, in any batches: the same comes of them, and the journal tells all of it.</summary>
public sealed class ReceiptLaws
{
    private static Arbitrary<(ReceiptKind Kind, bool InOneCommit)[]> Sequences =>
        Gen.ArrayOf(
                from kind in Gen.Elements(Enum.GetValues<ReceiptKind>())
                from together in Gen.Elements(true, false)
                select (kind, together)
            )
            .ToArbitrary();

    [Test]
    public void Whatever_their_order_and_batches_a_message_stands_where_the_set_of_them_says() =>
        Prop.ForAll(Sequences, sequence => Holds(sequence).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> Holds((ReceiptKind Kind, bool InOneCommit)[] sequence)
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>();
        await host.RaiseAsync(ClubLifecycle.Fact("joined", "0"));
        var together = new List<Receipt>();
        foreach ((ReceiptKind kind, bool inOneCommit) in sequence)
        {
            together.Add(ReceiptTests.Of(kind));
            if (!inOneCommit)
            {
                await host.ReportReceiptsAsync(together);
                together.Clear();
            }
        }

        await host.ReportReceiptsAsync(together);
        TouchpointView card = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).FirstAsync();
        ReceiptKind[] kinds = [.. sequence.Select(one => one.Kind).Distinct()];
        TouchpointStatus expected =
            kinds.Contains(ReceiptKind.HardBounced) ? TouchpointStatus.Failed
            : kinds.Any(kind => kind != ReceiptKind.SoftBounced) ? TouchpointStatus.Delivered
            : TouchpointStatus.Sent;
        Assert.That(card.Status, Is.EqualTo(expected));
        Assert.That(card.Receipts.Select(receipt => receipt.Kind), Is.EquivalentTo(kinds));

        JourneyId journey = card.Journey!.Value;
        IReadOnlyList<JournalEntry> journal = await host.JournalOfAsync(journey);
        Assert.That(
            journal.SelectMany(entry => entry.Changes.OfType<TouchpointReceived>()).Select(change => change.Kind),
            Is.EquivalentTo(kinds)
        );
        JourneyRow stored = (await host.Store().ReadJourneysAsync([journey], default)).Single();
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay(journey, 1, journal)).Memory, Is.EqualTo(stored.Memory));
        return true;
    }
}
