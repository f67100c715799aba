using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>
/// Receipts in any order, any number of times, in any batches: the journey hears of each fact once, and of what it implies.
/// </summary>
public sealed class TouchpointEventLaws
{
    private static Arbitrary<(ReceiptKind Kind, bool InOneCommit)[]> Sequences =>
        Gen.ArrayOf(
                from kind in Gen.Elements(Enum.GetValues<ReceiptKind>())
                from together in Gen.Elements(true, false)
                select (kind, together)
            )
            .ToArbitrary();

    [Test]
    public void Each_fact_arises_once_and_is_told_once() =>
        Prop.ForAll(Sequences, sequence => Holds(sequence).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> Holds((ReceiptKind Kind, bool InOneCommit)[] sequence)
    {
        await using TouchpointsTestHost host = await TouchpointEventTests.SentAsync();
        var together = new List<Receipt>();
        foreach ((ReceiptKind kind, bool inOneCommit) in sequence)
        {
            together.Add(TouchpointEventTests.Of(kind));
            if (!inOneCommit)
            {
                await host.ReportReceiptsAsync(together);
                together.Clear();
            }
        }

        await host.ReportReceiptsAsync(together);
        string[] expected = [.. sequence.SelectMany(one => Facts(one.Kind)).Append("sent").Distinct()];
        IReadOnlyList<JournalEntry> journal = await host.JournalOfAsync("letter/1");
        Assert.That(
            journal.Where(entry => entry.Kind == JournalEntryKind.Event && entry.Name != "written").Select(entry => entry.Name),
            Is.EquivalentTo(expected.Select(fact => $"letter/{fact}"))
        );
        Assert.That(
            TouchpointEventTests.Told(host).Where(rule => rule.StartsWith("on-", StringComparison.Ordinal)),
            Is.EquivalentTo(expected.Select(fact => "on-" + fact.Replace("-", "", StringComparison.Ordinal)))
        );
        JourneyRow stored = (await host.Store().ReadJourneysAsync(["letter/1"], default)).Single();
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay("letter/1", 1, journal)).Memory, Is.EqualTo(stored.Memory));
        return true;
    }

    private static string[] Facts(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Delivered => ["delivered"],
            ReceiptKind.Opened => ["delivered", "opened"],
            ReceiptKind.Clicked => ["delivered", "opened", "clicked"],
            ReceiptKind.Read => ["delivered", "read"],
            ReceiptKind.SoftBounced => ["soft-bounced"],
            ReceiptKind.HardBounced => ["hard-bounced", "failed"],
            ReceiptKind.Complained => ["delivered", "complained"],
            _ => ["delivered", "unsubscribed"],
        };
}
