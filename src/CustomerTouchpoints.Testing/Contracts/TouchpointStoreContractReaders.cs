using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Readers see what was committed, whole and in order.</summary>
internal static class TouchpointStoreContractReaders
{
    private static readonly JourneyId Id = "order/1042";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Readers_see_what_was_committed_while_a_batch_is_open", OpenBatchAsync),
            ("Readers_beside_the_writer_see_whole_commits", BesideAsync),
            ("Unknown_things_are_absent", UnknownAsync),
            ("A_journal_is_read_oldest_first", JournalAsync),
            ("Touchpoints_are_read_in_the_order_they_were_planned", TouchpointsAsync),
            ("A_customers_journeys_are_found_once_and_oldest_first", CustomerAsync),
            ("The_high_water_mark_is_the_latest_instant_in_the_journal", HighWaterAsync),
        ];

    private static async Task OpenBatchAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening(Id)).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(Id).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(Rows.Journey(Id, 1), await subject.FindAsync(Id).ConfigureAwait(false), "The journey while a batch is open");
            Check.Equal(1, (await subject.JournalAsync(Id).ConfigureAwait(false)).Count, "The length of the journal while a batch is open");
            await batch
                .CommitAsync(
                    new BatchWrites { ChangedJourneys = [Rows.Journey(Id, 2)], Journal = [Rows.Entry(Id, 2)] },
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            Check.Equal(Rows.Journey(Id, 2), await subject.FindAsync(Id).ConfigureAwait(false), "The journey after the commit");
        }
    }

    private static async Task BesideAsync(TouchpointStoreContractSubject subject)
    {
        const int Commits = 40;
        JourneyId[] pair = [Id, "order/2"];
        await subject.CommitAsync(new BatchWrites { NewJourneys = [.. pair.Select(id => Rows.Journey(id))] }).ConfigureAwait(false);
        Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntilAsync(subject, pair, Commits * 2)))];
        for (int i = 1; i <= Commits; i++)
        {
            await subject
                .CommitAsync(
                    new BatchWrites
                    {
                        ChangedJourneys = [.. pair.Select(id => Rows.Journey(id, i * 2))],
                        Journal = [.. pair.SelectMany(id => new[] { Rows.Entry(id, (i * 2) - 1), Rows.Entry(id, i * 2) })],
                    }
                )
                .ConfigureAwait(false);
        }

        await Task.WhenAll(readers).ConfigureAwait(false);
    }

    private static async Task ReadUntilAsync(TouchpointStoreContractSubject subject, JourneyId[] pair, long last)
    {
        long seen = 0;
        while (seen < last)
        {
            IReadOnlyList<JourneyRow> journeys = await subject.Store.ReadJourneysAsync(pair, CancellationToken.None).ConfigureAwait(false);
            Check.Equal(journeys[0].Sequence, journeys[1].Sequence, "The sequences of two journeys that are always written together");
            Check.That(journeys[0].Sequence >= seen, $"A reader saw entry {seen}, and then {journeys[0].Sequence}.");
            seen = journeys[0].Sequence;
            IReadOnlyList<JournalRow> journal = await subject.JournalAsync(pair[0]).ConfigureAwait(false);
            Check.That(
                journal.Count >= seen && journal.Count % 2 == 0,
                $"A reader saw {seen} entries in a journey but {journal.Count} in its journal."
            );
        }
    }

    private static async Task UnknownAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening(Id)).ConfigureAwait(false);
        IReadOnlyList<JourneyRow> journeys = await subject
            .Store.ReadJourneysAsync(["order/9", Id, "question/1042"], CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder([Rows.Journey(Id, 1)], journeys, "The journeys");
        Check.Equal(0, (await subject.JournalAsync("order/9").ConfigureAwait(false)).Count, "The length of an unknown journey's journal");
        Check.Equal(0, (await subject.TouchpointsAsync("order/9").ConfigureAwait(false)).Count, "The touchpoints of an unknown journey");
        Check.Equal(
            null,
            await subject.Store.FindTouchpointAsync(Rows.TouchpointId(Id), CancellationToken.None).ConfigureAwait(false),
            "An unknown touchpoint"
        );
        Check.Equal(
            0,
            (await subject.Store.FindJourneysAsync("nobody", CancellationToken.None).ConfigureAwait(false)).Count,
            "The journeys of an unknown customer"
        );
    }

    private static async Task JournalAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening(Id, entries: 3)).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening("order/2", entries: 2)).ConfigureAwait(false);
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [Rows.Journey(Id, 12)],
                    Journal =
                    [
                        .. Enumerable
                            .Range(4, 9)
                            .Select(sequence => Rows.Entry(Id, sequence) with { RecordedAt = Rows.Noon.AddHours(-sequence) }),
                    ],
                }
            )
            .ConfigureAwait(false);
        Check.SameOrder(
            Enumerable.Range(1, 12).Select(sequence => (long)sequence),
            (await subject.JournalAsync(Id).ConfigureAwait(false)).Select(entry => entry.Sequence),
            "The numbers of the journal's entries"
        );
    }

    private static async Task TouchpointsAsync(TouchpointStoreContractSubject subject)
    {
        int[] orders = [11, 2, 1, 10];
        await subject
            .CommitAsync(
                Rows.Opening(Id) with
                {
                    NewTouchpoints = [.. orders.Select(order => Rows.Touchpoint(Rows.TouchpointId(Id, $"rule-{order}"), order))],
                }
            )
            .ConfigureAwait(false);
        await subject
            .CommitAsync(Rows.Opening("order/2") with { NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId("order/2"))] })
            .ConfigureAwait(false);
        Check.SameOrder(
            [1L, 2L, 10L, 11L],
            (await subject.TouchpointsAsync(Id).ConfigureAwait(false)).Select(touchpoint => touchpoint.Order),
            "The places of the touchpoints"
        );
    }

    private static async Task CustomerAsync(TouchpointStoreContractSubject subject)
    {
        (string Id, int Hour)[] opened = [("order/3", 2), ("order/2", 1), ("order/1", 2)];
        foreach ((string id, int hour) in opened)
        {
            await subject
                .CommitAsync(
                    new BatchWrites
                    {
                        NewJourneys = [Rows.Journey(id) with { CreatedAt = Rows.Noon.AddHours(hour) }],
                        Parties = [new PartyRow(id, "sender", "ana"), new PartyRow(id, "recipient", id == "order/2" ? "ana" : "bo")],
                    }
                )
                .ConfigureAwait(false);
        }

        Check.SameOrder(
            ["order/2", "order/3", "order/1"],
            (await subject.Store.FindJourneysAsync("ana", CancellationToken.None).ConfigureAwait(false)).Select(id => id.ToString()),
            "Ana's journeys"
        );
        Check.SameOrder(
            ["order/3", "order/1"],
            (await subject.Store.FindJourneysAsync("bo", CancellationToken.None).ConfigureAwait(false)).Select(id => id.ToString()),
            "Bo's journeys"
        );
    }

    private static async Task HighWaterAsync(TouchpointStoreContractSubject subject)
    {
        Check.Equal(
            null,
            await subject.Store.ReadHighWaterMarkAsync(CancellationToken.None).ConfigureAwait(false),
            "The mark of an empty store"
        );
        await subject.CommitAsync(Rows.Opening(Id, entries: 3)).ConfigureAwait(false);
        DateTimeOffset latest = Rows.Entry(Id, 3).RecordedAt;
        Check.Equal(latest, await subject.Store.ReadHighWaterMarkAsync(CancellationToken.None).ConfigureAwait(false), "The mark");

        // A clock that steps back does not take the mark with it.
        await subject.CommitAsync(Rows.Opening("order/2")).ConfigureAwait(false);
        Check.Equal(latest, await subject.Store.ReadHighWaterMarkAsync(CancellationToken.None).ConfigureAwait(false), "The mark");
    }
}
