using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a store keeps of the rates at which messages are sent.</summary>
internal static class TouchpointStoreContractRates
{
    private static readonly RateRow Mail = new("email within 00:00:01", """{"Leases":[],"Uses":[[14,1]]}""");

    private static readonly string[] Both = ["a", "b"];

    private static readonly RateRow Texts = new("sms/nimbus within 1.00:00:00", """{"Leases":[[1,2,3]],"Uses":[]}""");

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("What_is_taken_of_a_rate_is_there_for_the_next_batch_and_after_reopening", ThereAsync),
            ("A_rate_that_is_written_again_replaces_itself_and_no_other", ReplacedAsync),
            ("A_batch_that_was_not_committed_has_taken_nothing_of_a_rate", AbandonedAsync),
        ];

    public static IEnumerable<(string Name, Func<Subject, Subject, Task> Check)> OfShared =>
        [("Both_may_take_of_one_rate_that_nobody_knows_and_nothing_is_taken_twice", TakenAsync)];

    private static async Task ThereAsync(Subject subject)
    {
        await WriteAsync(subject, Mail, Texts).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            Check.SameOrder([Mail], await ReadAsync(subject, Mail.Key).ConfigureAwait(false), "The rate");
            Check.Equal(2, (await ReadAsync(subject, Texts.Key, Mail.Key).ConfigureAwait(false)).Count, "The count of rates");
            await subject.ReopenAsync().ConfigureAwait(false);
        }
    }

    private static async Task ReplacedAsync(Subject subject)
    {
        await WriteAsync(subject, Mail, Texts).ConfigureAwait(false);
        RateRow later = Mail with { Ledger = """{"Leases":[],"Uses":[]}""" };
        await WriteAsync(subject, later).ConfigureAwait(false);
        Check.SameOrder([later], await ReadAsync(subject, Mail.Key).ConfigureAwait(false), "The rate that was written again");
        Check.SameOrder([Texts], await ReadAsync(subject, Texts.Key).ConfigureAwait(false), "The other rate");
    }

    private static async Task AbandonedAsync(Subject subject)
    {
        await WriteAsync(subject, Mail).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(Of(Mail.Key, Texts.Key)).ConfigureAwait(false);
        await batch.DisposeAsync().ConfigureAwait(false);
        Check.SameOrder([Mail], await ReadAsync(subject, Mail.Key).ConfigureAwait(false), "The rate");
    }

    private static async Task TakenAsync(Subject one, Subject two)
    {
        const int Each = 20;
        async Task TakeAsync(Subject subject)
        {
            for (int i = 0; i < Each; i++)
            {
                IStoreBatch batch = await subject.BeginAsync(Of("b", "a")).ConfigureAwait(false);
                await using (batch.ConfigureAwait(false))
                {
                    RateRow[] taken =
                    [
                        .. Both.Select(key => new RateRow(key, (batch.Rates.SingleOrDefault(row => row.Key == key)?.Ledger ?? "") + "x")),
                    ];
                    await batch.CommitAsync(new BatchWrites { Rates = taken }, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }

        await Task.WhenAll(TakeAsync(one), TakeAsync(two)).ConfigureAwait(false);
        foreach (string key in (string[])["a", "b"])
        {
            Check.Equal(
                2 * Each,
                (await ReadAsync(one, key).ConfigureAwait(false)).Single().Ledger.Length,
                "How much was taken of the rate"
            );
        }
    }

    private static BatchKeys Of(params IReadOnlyCollection<string> keys) => new([], [], []) { Rates = keys };

    private static async Task WriteAsync(Subject subject, params IReadOnlyList<RateRow> rows)
    {
        IStoreBatch batch = await subject.BeginAsync(Of([.. rows.Select(row => row.Key)])).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.CommitAsync(new BatchWrites { Rates = rows }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<RateRow>> ReadAsync(Subject subject, params IReadOnlyCollection<string> keys)
    {
        IStoreBatch batch = await subject.BeginAsync(Of(keys)).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            return [.. batch.Rates.Where(row => row.Ledger.Length > 0)];
        }
    }
}
