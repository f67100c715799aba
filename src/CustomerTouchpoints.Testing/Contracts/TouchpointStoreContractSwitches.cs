using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a store keeps about the whole: switches, the record of operations, and what they recall.</summary>
internal static class TouchpointStoreContractSwitches
{
    private static readonly JourneyId Id = "order/1042";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_switch_is_there_for_the_next_batch_and_after_reopening", ThereAsync),
            ("A_switch_that_is_set_again_replaces_itself", ReplacedAsync),
            ("What_was_counted_is_there_for_the_next_batch_and_after_reopening", CountedAsync),
            ("A_switch_that_was_not_committed_is_not_there", AbandonedAsync),
            ("The_record_of_operations_only_grows_and_reads_newest_first", RecordAsync),
            ("What_is_held_behind_a_switch_is_due_once_it_is_recalled", RecalledAsync),
            ("A_recall_leaves_a_journey_that_is_due_before_at_its_instant", OverdueAsync),
            ("A_journey_that_was_recalled_can_be_written_again", WrittenAgainAsync),
        ];

    private static async Task ThereAsync(TouchpointStoreContractSubject subject)
    {
        SwitchRow[] rows = [Switch("channel:email", revision: 1), Switch("all", revision: 2, isPaused: false)];
        await subject.CommitAsync(new BatchWrites { Switches = rows }).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            Check.SameOrder(rows, await LoadedAsync(subject).ConfigureAwait(false), "The switches of a batch");
            Check.SameOrder(rows, await subject.Store.ReadSwitchesAsync(CancellationToken.None).ConfigureAwait(false), "The switches");
            await subject.ReopenAsync().ConfigureAwait(false);
        }
    }

    private static async Task ReplacedAsync(TouchpointStoreContractSubject subject)
    {
        SwitchRow other = Switch("channel:sms", revision: 2);
        SwitchRow resumed = Switch("all", revision: 3, isPaused: false);
        await subject.CommitAsync(new BatchWrites { Switches = [Switch("all", revision: 1), other] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Switches = [resumed] }).ConfigureAwait(false);
        Check.SameOrder([other, resumed], await LoadedAsync(subject).ConfigureAwait(false), "The switches, by revision");
    }

    private static async Task CountedAsync(TouchpointStoreContractSubject subject)
    {
        TallyRow other = new("channel:sms budget", Rows.Noon, 7);
        TallyRow later = new("channel:email budget", Rows.Noon.AddHours(1), 1);
        await subject
            .CommitAsync(new BatchWrites { Tallies = [other, new TallyRow("channel:email budget", Rows.Noon, 5)] })
            .ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Tallies = [later] }).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            IStoreBatch batch = await subject.BeginAsync(BatchKeys.None).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                Check.SameOrder([later, other], batch.Tallies, "What was counted");
            }

            await subject.ReopenAsync().ConfigureAwait(false);
        }
    }

    private static async Task AbandonedAsync(TouchpointStoreContractSubject subject)
    {
        // An entry of a journey that is not there: none of the batch is stored.
        BatchWrites faulty = new()
        {
            Switches = [Switch("all", revision: 1)],
            Operations = [Operation("all", "Paused")],
            Journal = [Rows.Entry(Id, 1)],
        };
        await Check
            .FailsAsync<InvalidOperationException>(() => subject.CommitAsync(faulty), "A journal entry without its journey")
            .ConfigureAwait(false);
        Check.Equal(0, (await LoadedAsync(subject).ConfigureAwait(false)).Count, "The number of switches");
        Check.Equal(
            0,
            (await subject.Store.ReadOperationsAsync(10, CancellationToken.None).ConfigureAwait(false)).Count,
            "The number of operations"
        );
    }

    private static async Task RecordAsync(TouchpointStoreContractSubject subject)
    {
        OperationRow[] rows = [Operation("all", "Paused"), Operation("all", "Resumed"), Operation("channel:sms", "Paused")];
        await subject.CommitAsync(new BatchWrites { Operations = rows[..2] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Operations = rows[2..] }).ConfigureAwait(false);
        Check.SameOrder(
            rows.Reverse(),
            await subject.Store.ReadOperationsAsync(10, CancellationToken.None).ConfigureAwait(false),
            "The record"
        );
        Check.SameOrder(
            [rows[2], rows[1]],
            await subject.Store.ReadOperationsAsync(2, CancellationToken.None).ConfigureAwait(false),
            "The newest two"
        );
    }

    private static async Task RecalledAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow held = Rows.Journey(Id, 1) with { HeldAtRevision = 3 };
        JourneyRow heldAndDueLater = Rows.Journey("order/2", 1) with { HeldAtRevision = 1, DueAt = Rows.Noon.AddDays(2) };
        JourneyRow other = Rows.Journey("order/3", 1) with { DueAt = Rows.Noon.AddDays(2) };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [held, heldAndDueLater, other],
                    Journal = [Rows.Entry(held.Id, 1), Rows.Entry(heldAndDueLater.Id, 1), Rows.Entry(other.Id, 1)],
                }
            )
            .ConfigureAwait(false);
        Check.Equal(0, (await subject.DueAsync(Rows.Noon).ConfigureAwait(false)).Count, "What is due while it is held");

        await subject.CommitAsync(new BatchWrites { Recalls = [new Recall.Held(Rows.Noon)] }).ConfigureAwait(false);
        Check.SameOrder(
            [new DueJourney(held.Id, Rows.Noon), new DueJourney(heldAndDueLater.Id, Rows.Noon)],
            await subject.DueAsync(Rows.Noon).ConfigureAwait(false),
            "What is due once it is recalled"
        );
        Check.Equal(held with { DueAt = Rows.Noon }, await subject.FindAsync(held.Id).ConfigureAwait(false), "The journey that was held");
        Check.Equal(other, await subject.FindAsync(other.Id).ConfigureAwait(false), "The journey in which nothing is held");
    }

    private static async Task OverdueAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow overdue = Rows.Journey(Id, 1) with { HeldAtRevision = 1, DueAt = Rows.Noon.AddDays(-1) };
        await subject.CommitAsync(new BatchWrites { NewJourneys = [overdue], Journal = [Rows.Entry(Id, 1)] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Recalls = [new Recall.Held(Rows.Noon)] }).ConfigureAwait(false);
        Check.Equal(overdue, await subject.FindAsync(Id).ConfigureAwait(false), "The journey");
    }

    private static async Task WrittenAgainAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow held = Rows.Journey(Id, 1) with { HeldAtRevision = 1 };
        await subject.CommitAsync(new BatchWrites { NewJourneys = [held], Journal = [Rows.Entry(Id, 1)] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Recalls = [new Recall.Held(Rows.Noon)] }).ConfigureAwait(false);

        IStoreBatch batch = await subject.BeginAsync(Id).ConfigureAwait(false);
        JourneyRow next = Rows.Journey(Id, 2);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(held with { DueAt = Rows.Noon }, batch.Journeys[Id], "The journey that the next batch loads");
            await batch
                .CommitAsync(new BatchWrites { ChangedJourneys = [next], Journal = [Rows.Entry(Id, 2)] }, CancellationToken.None)
                .ConfigureAwait(false);
        }

        Check.Equal(next, await subject.FindAsync(Id).ConfigureAwait(false), "The journey");
        Check.Equal(0, (await subject.DueAsync(Rows.Noon).ConfigureAwait(false)).Count, "What is due afterwards");
    }

    private static async Task<IReadOnlyList<SwitchRow>> LoadedAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(BatchKeys.None).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            return batch.Switches;
        }
    }

    public static SwitchRow Switch(string scope, long revision, bool isPaused = true) =>
        new()
        {
            Scope = scope,
            IsPaused = isPaused,
            Reason = "the price is wrong",
            By = "ana",
            ChangedAt = Rows.Noon,
            Revision = revision,
            DiscardedUntil = isPaused ? null : Rows.Noon.AddDays(-1),
        };

    private static OperationRow Operation(string subject, string outcome) => new(Rows.Noon, subject, outcome, "ana", "the price is wrong");
}
