using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Addresses that must not be written to, as their hashes.</summary>
internal static class TouchpointStoreContractSuppressions
{
    private const string Hostile = "Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE suppressions";

    private static readonly AddressHash Ana = new(Channel.Email, "0a1b2c.AAAA-aaaa_0000000000000");
    private static readonly AddressHash Bo = new(Channel.Sms, "0a1b2c.aaaa-aaaa_0000000000000");

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("A_batch_finds_what_stands_against_its_addresses_and_no_others", LoadedAsync),
            ("A_suppression_is_replaced_by_reason_and_stays_when_it_is_lifted", ReplacedAsync),
            ("Suppressions_are_read_page_by_page_by_hash_and_reason", PagedAsync),
            ("Suppressions_are_there_after_reopening_and_a_refused_batch_leaves_none", KeptAsync),
            ("Keys_of_addresses_are_kept_and_a_known_one_stays", KeysAsync),
        ];

    /// <summary>For stores that hosts share.</summary>
    public static IEnumerable<(string Name, Func<Subject, Subject, Task> Check)> OfShared =>
        [("An_address_that_one_host_suppresses_is_found_by_every_batch_of_the_other_that_waited_for_it", SharedAsync)];

    private static async Task LoadedAsync(Subject subject)
    {
        SuppressionRow bounced = Row(Ana, SuppressionReason.HardBounce);
        SuppressionRow noted = Row(Ana, SuppressionReason.Manual) with
        {
            Scope = SuppressionScope.AllButTransactional,
            By = Hostile,
            Note = Hostile,
        };
        await subject.CommitAsync(new BatchWrites { Suppressions = [noted, bounced] }).ConfigureAwait(false);
        await FindsAsync(subject, [Ana, Bo], bounced, noted).ConfigureAwait(false);
        await FindsAsync(subject, [Bo]).ConfigureAwait(false);
        await FindsAsync(subject, []).ConfigureAwait(false);
    }

    private static async Task ReplacedAsync(Subject subject)
    {
        SuppressionRow complaint = Row(Ana, SuppressionReason.Complaint);
        SuppressionRow bounced = Row(Ana, SuppressionReason.HardBounce);
        await subject.CommitAsync(new BatchWrites { Suppressions = [bounced, complaint] }).ConfigureAwait(false);
        SuppressionRow lifted = bounced with { LiftedAt = Rows.Noon.AddHours(1), LiftedBy = "desk", LiftedBecause = Hostile };
        await subject.CommitAsync(new BatchWrites { Suppressions = [lifted] }).ConfigureAwait(false);
        await FindsAsync(subject, [Ana], complaint, lifted).ConfigureAwait(false);
        await ReadsAsync(subject, new SuppressionQuery(), null, complaint).ConfigureAwait(false);
        await ReadsAsync(subject, new SuppressionQuery { IncludeLifted = true }, null, complaint, lifted).ConfigureAwait(false);

        SuppressionRow again = bounced with { Since = Rows.Noon.AddHours(2), Scope = SuppressionScope.Promotional };
        await subject.CommitAsync(new BatchWrites { Suppressions = [again] }).ConfigureAwait(false);
        await FindsAsync(subject, [Ana], complaint, again).ConfigureAwait(false);
    }

    private static async Task PagedAsync(Subject subject)
    {
        SuppressionRow[] all =
        [
            .. Enumerable
                .Range(0, 7)
                .Select(i => Row(new AddressHash(Channel.Email, $"0a1b2c.{(char)('A' + (8 * i))}"), (SuppressionReason)(i % 4))),
            Row(Bo, SuppressionReason.Complaint),
            Row(Bo, SuppressionReason.HardBounce),
        ];
        await subject.CommitAsync(new BatchWrites { Suppressions = [.. all.Reverse()] }).ConfigureAwait(false);
        SuppressionRow[] inOrder =
        [
            .. all.OrderBy(row => row.Address.Text, StringComparer.Ordinal).ThenBy(row => $"{row.Reason}", StringComparer.Ordinal),
        ];
        await ReadsAsync(subject, new SuppressionQuery(), null, inOrder).ConfigureAwait(false);
        await ReadsAsync(
                subject,
                new SuppressionQuery { Channel = Channel.Email },
                null,
                [.. inOrder.Where(row => row.Address.Channel == Channel.Email)]
            )
            .ConfigureAwait(false);
        await ReadsAsync(
                subject,
                new SuppressionQuery { Reason = SuppressionReason.HardBounce },
                null,
                [.. inOrder.Where(row => row.Reason == SuppressionReason.HardBounce)]
            )
            .ConfigureAwait(false);
        await ReadsAsync(subject, new SuppressionQuery(), [Bo, Ana], [.. inOrder.Where(row => row.Address == Bo)]).ConfigureAwait(false);
        await ReadsAsync(subject, new SuppressionQuery(), []).ConfigureAwait(false);
    }

    private static async Task KeptAsync(Subject subject)
    {
        SuppressionRow row = Row(Ana, SuppressionReason.Unsubscribed);
        await subject.CommitAsync(new BatchWrites { Suppressions = [row] }).ConfigureAwait(false);
        JourneyId id = "order/1";
        await subject.CommitAsync(Rows.Opening(id)).ConfigureAwait(false);
        BatchWrites gap = new() { Suppressions = [Row(Bo, SuppressionReason.Manual)], Journal = [Rows.Entry(id, 99)] };
        await Check.FailsAsync<InvalidOperationException>(() => subject.CommitAsync(gap), "The batch").ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await FindsAsync(subject, [Ana, Bo], row).ConfigureAwait(false);
    }

    private static async Task KeysAsync(Subject subject)
    {
        var first = new AddressKeyRow("0a1b2c", "Zmlyc3Q=", Rows.Noon);
        var second = new AddressKeyRow("3d4e5f", "c2Vjb25k", Rows.Noon.AddHours(-1));
        await subject.CommitAsync(new BatchWrites { AddressKeys = [first] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { AddressKeys = [first with { Key = "b3RoZXI=" }, second] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(
            [second, first],
            await subject.Store.Suppressions.ReadAddressKeysAsync(CancellationToken.None).ConfigureAwait(false),
            "The keys"
        );
    }

    private static async Task SharedAsync(Subject one, Subject two)
    {
        SuppressionRow row = Row(Ana, SuppressionReason.HardBounce);
        var claiming = new BatchKeys([], [], []) { Addresses = [Ana] };
        IStoreBatch suppressing = await one.BeginAsync(claiming with { IsExclusive = true }).ConfigureAwait(false);
        Task<IStoreBatch> waiting = two.BeginAsync(claiming).AsTask();
        await using (suppressing.ConfigureAwait(false))
        {
            await TouchpointStoreContractShared.MustWaitAsync(waiting).ConfigureAwait(false);
            await suppressing.CommitAsync(new BatchWrites { Suppressions = [row] }, CancellationToken.None).ConfigureAwait(false);
        }

        IStoreBatch claims = await waiting.ConfigureAwait(false);
        await using (claims.ConfigureAwait(false))
        {
            Check.SameOrder([row], claims.Suppressions, "What the claim finds");
        }
    }

    private static SuppressionRow Row(AddressHash address, SuppressionReason reason) =>
        new()
        {
            Address = address,
            Reason = reason,
            Scope = SuppressionScope.Everything,
            Since = Rows.Noon,
            By = "desk",
        };

    private static async Task FindsAsync(Subject subject, AddressHash[] addresses, params SuppressionRow[] expected)
    {
        IStoreBatch batch = await subject.BeginAsync(new BatchKeys([], [], []) { Addresses = addresses }).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder(
                expected,
                batch
                    .Suppressions.OrderBy(row => row.Address.Text, StringComparer.Ordinal)
                    .ThenBy(row => $"{row.Reason}", StringComparer.Ordinal),
                "What stands against the addresses"
            );
        }
    }

    /// <summary>Reads all of them, two at a time.</summary>
    private static async Task ReadsAsync(
        Subject subject,
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        params SuppressionRow[] expected
    )
    {
        List<SuppressionRow> all = [];
        IReadOnlyList<SuppressionRow> page;
        do
        {
            SuppressionPlace? after = all.Count > 0 ? new SuppressionPlace(all[^1].Address.Text, $"{all[^1].Reason}") : null;
            page = await subject
                .Store.Suppressions.ReadSuppressionsAsync(query, addresses, after, 2, CancellationToken.None)
                .ConfigureAwait(false);
            Check.That(page.Count <= 2, $"A page of at most 2 has {page.Count} suppressions.");
            all.AddRange(page);
            Check.That(all.Count <= 100, "Paging through suppressions never ends.");
        } while (page.Count > 0);

        Check.SameOrder(expected, all, "The suppressions");
    }
}
