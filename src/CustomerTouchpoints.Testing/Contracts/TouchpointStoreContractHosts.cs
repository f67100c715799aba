using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>The terms of two hosts that share a store.</summary>
internal static class TouchpointStoreContractHosts
{
    private static readonly JourneyId Id = "order/1";

    /// <summary>A batch of nothing that runs beside others.</summary>
    private static readonly BatchKeys Beside = new([], [], []);

    public static IEnumerable<(string Name, Func<Subject, Subject, Task> Check)> Promises =>
        [
            ("Each_host_has_a_term_of_its_own_and_both_live", TermsAsync),
            ("A_host_that_has_left_is_over_for_the_other_and_what_it_was_sending_is_due", LeftAsync),
            ("A_term_that_is_over_never_comes_back", NeverBackAsync),
            ("Who_reads_the_journal_misses_nothing_that_is_committed_out_of_turn", JournalAsync),
        ];

    private static async Task TermsAsync(Subject one, Subject two)
    {
        Check.That(one.Term != two.Term, $"Both hosts have term {one.Term}.");
        foreach ((Subject mine, Subject other) in new[] { (one, two), (two, one) })
        {
            IStoreBatch batch = await mine.BeginAsync(Beside).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                Check.Equal(mine.Term, batch.Term, "The term of the batch");
                Check.That(!batch.HasEnded(mine.Term) && !batch.HasEnded(other.Term), "A host that lives is over.");
            }

            Check.That(mine.Store.MayBegin(mine.Term), "A host that has just opened may begin nothing.");
            Check.That(!mine.Store.MayBegin(other.Term), "A host may begin what another claimed.");
        }
    }

    private static async Task LeftAsync(Subject one, Subject two)
    {
        JourneyRow sending = Rows.Journey(Id, 1) with { SendingTerm = one.Term };
        await one.CommitAsync(new BatchWrites { NewJourneys = [sending], Journal = [Rows.Entry(Id, 1)] }).ConfigureAwait(false);
        Check.Equal(
            0,
            (await two.DueAsync(Rows.Noon.AddHours(1)).ConfigureAwait(false)).Count,
            "The count of what is due while its host lives"
        );
        await one.DisposeAsync().ConfigureAwait(false);
        IStoreBatch batch = await two.BeginAsync(Id).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.That(batch.HasEnded(one.Term) && !batch.HasEnded(two.Term), "The host that has left is not over, or the other is.");
        }

        Check.SameOrder([Id], (await two.DueAsync(Rows.Noon.AddHours(1)).ConfigureAwait(false)).Select(due => due.Journey), "What is due");
    }

    private static async Task NeverBackAsync(Subject one, Subject two)
    {
        long ended = one.Term;
        await one.ReopenAsync().ConfigureAwait(false);
        Check.That(one.Term > ended && one.Term > two.Term, $"Term {one.Term} does not follow {ended} and {two.Term}.");
        IStoreBatch batch = await two.BeginAsync(Beside).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.That(batch.HasEnded(ended) && !batch.HasEnded(one.Term), "The term before is not over, or the one that followed is.");
        }
    }

    private static async Task JournalAsync(Subject one, Subject two)
    {
        await one.CommitAsync(Rows.Opening("order/1")).ConfigureAwait(false);
        List<PlacedEntry> read = await TouchpointStoreContractReading.ReadOnAsync(two.Store, null).ConfigureAwait(false);

        // The first begins before the second, and commits after it, while somebody reads.
        IStoreBatch slow = await one.BeginAsync("order/1").ConfigureAwait(false);
        await using (slow.ConfigureAwait(false))
        {
            await two.CommitAsync(Rows.Opening("order/2", 3)).ConfigureAwait(false);
            read.AddRange(await TouchpointStoreContractReading.ReadOnAsync(two.Store, read[^1].Place).ConfigureAwait(false));
            await slow.CommitAsync(
                    new BatchWrites { ChangedJourneys = [Rows.Journey("order/1", 2)], Journal = [Rows.Entry("order/1", 2)] },
                    CancellationToken.None
                )
                .ConfigureAwait(false);
        }

        read.AddRange(await TouchpointStoreContractReading.ReadOnAsync(one.Store, read[^1].Place).ConfigureAwait(false));
        Check.SameOrder(
            ["order/1 1", "order/1 2", "order/2 1", "order/2 2", "order/2 3"],
            read.Select(placed => $"{placed.Entry.Journey} {placed.Entry.Sequence}").Order(StringComparer.Ordinal),
            "What was read of the journal"
        );
    }
}
