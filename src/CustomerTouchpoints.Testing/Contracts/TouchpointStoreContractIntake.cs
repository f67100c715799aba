using System.Data.Common;
using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What hosts enlist in their own transactions, and how the writer takes it.</summary>
internal static class TouchpointStoreContractIntake
{
    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_fact_waits_once_its_transaction_is_committed_exactly_as_it_was_enlisted", CommittedAsync),
            ("A_fact_goes_with_a_transaction_that_is_rolled_back", RolledBackAsync),
            ("Facts_are_read_by_number_and_the_rest_after_they_are_taken", PagesAsync),
            ("Facts_of_other_lifecycles_are_left_alone", OtherLifecyclesAsync),
            ("A_batch_holds_what_is_still_there_and_leaves_it_when_it_does_not_commit", HeldAsync),
            ("What_is_taken_goes_with_the_commit_that_journals_it", TakenAsync),
            ("A_fact_is_not_taken_twice", TwiceAsync),
            ("A_number_is_not_given_again", NumbersAsync),
            ("What_is_set_aside_is_counted_with_its_reason_and_read_again_after_reopening", SetAsideAsync),
            ("Facts_wait_for_a_store_that_is_closed", ClosedAsync),
            ("A_transaction_that_is_over_is_refused", OverAsync),
        ];

    /// <summary>Of databases in which two transactions write at once.</summary>
    public static (string Name, Func<TouchpointStoreContractSubject, Task> Check) OutOfOrder =>
        ("A_fact_that_is_committed_after_one_with_a_higher_number_is_read_all_the_same", OutOfOrderAsync);

    public static IntakeRow Fact(string key = "1", string eventId = "e1", string lifecycle = "order") =>
        new()
        {
            Lifecycle = lifecycle,
            Key = key,
            Name = "order.placed",
            EventId = eventId,
            OccurredAt = Rows.Noon,
            EnlistedAt = Rows.Noon.AddSeconds(1),
            Parties = """{"buyer":"ana"}""",
            Data = "{}",
        };

    private static async Task CommittedAsync(TouchpointStoreContractSubject subject)
    {
        IntakeRow fact = Fact("Zoë 🦜 'x' \\ עברית", "漢字 % --") with
        {
            OccurredAt = Rows.Noon.AddMicroseconds(1),
            Data = """{"note":"\"quoted\" 'single' \\ 🦜","amount":12.50}""",
            Parties = "{}",
        };
        DbConnection host = await subject.ConnectHostAsync().ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            DbTransaction transaction = await host.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await subject.Store.EnlistAsync(fact, transaction, CancellationToken.None).ConfigureAwait(false);
                Check.Equal(
                    0,
                    (await subject.IntakeAsync().ConfigureAwait(false)).Count,
                    "The count of facts before the host has committed"
                );
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }

        IntakeRow read = (await subject.IntakeAsync().ConfigureAwait(false)).Single();
        Check.That(read.Number > 0, "A fact in the intake has a number.");
        Check.Equal(fact with { Number = read.Number }, read, "The fact");
    }

    private static async Task RolledBackAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: false, Fact()).ConfigureAwait(false);
        await subject.EnlistAsync(commit: true, Fact(eventId: "e2"), Fact(eventId: "e3")).ConfigureAwait(false);
        Check.SameOrder(["e2", "e3"], (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId), "The facts");
    }

    private static async Task PagesAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, [.. Enumerable.Range(1, 5).Select(i => Fact(eventId: $"e{i}"))]).ConfigureAwait(false);
        List<string> seen = [];
        while (await subject.Store.ReadIntakeAsync(["order"], 2, CancellationToken.None).ConfigureAwait(false) is { Count: > 0 } page)
        {
            Check.That(page.Count <= 2, $"A page of at most 2 has {page.Count} facts.");
            seen.AddRange(page.Select(row => row.EventId));
            Check.That(seen.Count <= 5, "What was taken is read again.");
            await subject.TakeAsync([.. page.Select(row => row.Number)]).ConfigureAwait(false);
        }

        Check.SameOrder(["e1", "e2", "e3", "e4", "e5"], seen, "The facts");
    }

    private static async Task OtherLifecyclesAsync(TouchpointStoreContractSubject subject)
    {
        await subject
            .EnlistAsync(
                commit: true,
                Fact(lifecycle: "gone"),
                Fact(lifecycle: "gone"),
                Fact(eventId: "e1"),
                Fact(lifecycle: "cart", eventId: "e2"),
                Fact(eventId: "e3")
            )
            .ConfigureAwait(false);
        IReadOnlyList<IntakeRow> read = await subject
            .Store.ReadIntakeAsync(["order", "cart", "new"], 2, CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder(["order e1", "cart e2"], read.Select(row => $"{row.Lifecycle} {row.EventId}"), "The facts");
        Check.Equal(
            0,
            (await subject.Store.ReadIntakeAsync([], 2, CancellationToken.None).ConfigureAwait(false)).Count,
            "The count of facts of no lifecycle"
        );
        Check.SameOrder(
            [
                new("cart", null, 1, Rows.Noon.AddSeconds(1)),
                new("gone", null, 2, Rows.Noon.AddSeconds(1)),
                new("order", null, 2, Rows.Noon.AddSeconds(1)),
            ],
            (await subject.Store.CountIntakeAsync(CancellationToken.None).ConfigureAwait(false)).OrderBy(
                backlog => backlog.Lifecycle,
                StringComparer.Ordinal
            ),
            "What lies there"
        );
    }

    private static async Task HeldAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, Fact()).ConfigureAwait(false);
        long number = (await subject.IntakeAsync().ConfigureAwait(false)).Single().Number;
        IStoreBatch batch = await subject.BeginAsync(BatchKeys.None with { Intake = [number, number + 1] }).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder([number], batch.Intake, "What the batch holds");
        }

        Check.Equal(1, (await subject.IntakeAsync().ConfigureAwait(false)).Count, "The count of facts");
    }

    private static async Task TakenAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, Fact(), Fact(eventId: "e2")).ConfigureAwait(false);
        IntakeRow first = (await subject.IntakeAsync().ConfigureAwait(false))[0];
        var keys = new BatchKeys(["order/1"], [], []) { Intake = [first.Number] };
        IStoreBatch batch = await subject.BeginAsync(keys).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.CommitAsync(Rows.Opening("order/1") with { Taken = [first.Number] }, CancellationToken.None).ConfigureAwait(false);
        }

        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(["e2"], (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId), "The facts that are left");
        Check.Equal(1, (await subject.JournalAsync("order/1").ConfigureAwait(false)).Count, "The count of journal entries");
    }

    private static async Task TwiceAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, Fact()).ConfigureAwait(false);
        long number = (await subject.IntakeAsync().ConfigureAwait(false)).Single().Number;
        await subject.TakeAsync(number).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(new BatchKeys(["order/1"], [], []) { Intake = [number] }).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(0, batch.Intake.Count, "The count of facts that a second batch holds");
            await Check
                .FailsAsync<InvalidOperationException>(
                    async () =>
                        await batch
                            .CommitAsync(Rows.Opening("order/1") with { Taken = [number] }, CancellationToken.None)
                            .ConfigureAwait(false),
                    "A commit that takes what is not there"
                )
                .ConfigureAwait(false);
        }

        Check.Equal(null, await subject.FindAsync("order/1").ConfigureAwait(false), "The journey of the refused batch");
    }

    private static async Task NumbersAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, Fact()).ConfigureAwait(false);
        long first = (await subject.IntakeAsync().ConfigureAwait(false)).Single().Number;
        await subject.TakeAsync(first).ConfigureAwait(false);
        await subject.EnlistAsync(commit: true, Fact()).ConfigureAwait(false);
        long second = (await subject.IntakeAsync().ConfigureAwait(false)).Single().Number;
        Check.That(first != second, $"Number {first} was given to a second fact, so that taking the first again would lose it.");
    }

    private static async Task SetAsideAsync(TouchpointStoreContractSubject subject)
    {
        await subject.EnlistAsync(commit: true, Fact(), Fact(eventId: "e2")).ConfigureAwait(false);
        long number = (await subject.IntakeAsync().ConfigureAwait(false))[0].Number;
        IStoreBatch batch = await subject.BeginAsync(BatchKeys.None with { Intake = [number] }).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch
                .CommitAsync(new BatchWrites { SetAside = [new SetAsideRow(number, "no role buyer")] }, CancellationToken.None)
                .ConfigureAwait(false);
        }

        Check.SameOrder(["e2"], (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId), "The facts");
        Check.SameOrder(
            [null, "no role buyer"],
            (await subject.Store.CountIntakeAsync(CancellationToken.None).ConfigureAwait(false))
                .Select(backlog => backlog.SetAside)
                .Order(StringComparer.Ordinal),
            "The reasons"
        );
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(
            ["e1", "e2"],
            (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId),
            "The facts after reopening"
        );
    }

    private static async Task ClosedAsync(TouchpointStoreContractSubject subject)
    {
        await subject.Store.DisposeAsync().ConfigureAwait(false);
        await subject.EnlistAsync(commit: true, Fact()).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(["e1"], (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId), "The facts");
    }

    private static async Task OverAsync(TouchpointStoreContractSubject subject)
    {
        DbConnection host = await subject.ConnectHostAsync().ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            DbTransaction transaction = await host.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await transaction.CommitAsync().ConfigureAwait(false);
                await Check
                    .FailsAsync<InvalidOperationException>(
                        async () => await subject.Store.EnlistAsync(Fact(), transaction, CancellationToken.None).ConfigureAwait(false),
                        "Enlisting in a transaction that is over"
                    )
                    .ConfigureAwait(false);
            }
        }

        Check.Equal(0, (await subject.IntakeAsync().ConfigureAwait(false)).Count, "The count of facts");
    }

    private static async Task OutOfOrderAsync(TouchpointStoreContractSubject subject)
    {
        DbConnection slow = await subject.ConnectHostAsync().ConfigureAwait(false);
        await using (slow.ConfigureAwait(false))
        {
            DbTransaction transaction = await slow.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await subject.Store.EnlistAsync(Fact(eventId: "slow"), transaction, CancellationToken.None).ConfigureAwait(false);
                await subject.EnlistAsync(commit: true, Fact(eventId: "fast")).ConfigureAwait(false);
                IntakeRow fast = (await subject.IntakeAsync().ConfigureAwait(false)).Single();
                await subject.TakeAsync(fast.Number).ConfigureAwait(false);
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }

        Check.SameOrder(["slow"], (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.EventId), "The facts");
    }
}
