using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Customers who turn out to be others, and customers who are erased.</summary>
internal static class TouchpointStoreContractIdentity
{
    private static readonly JourneyId Order = "order/1";

    private static readonly TouchpointId Told = Rows.TouchpointId(Order);

    private static readonly TouchpointId ToldOther = new(Order, "order-recorded", "1", "recipient", Channel.Email);

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_role_that_moves_takes_its_touchpoints_along", MovedAsync),
            ("Entries_lose_what_they_said_and_keep_their_place", ErasedAsync),
            ("Entries_of_customers_lose_what_they_said", ErasedCustomerAsync),
            ("What_providers_call_a_touchpoint_is_forgotten", ForgottenAsync),
            ("What_was_erased_stays_so_when_it_is_erased_again_and_cleaned", AgainAsync),
        ];

    /// <summary>Those of stores that hosts can enlist facts in.</summary>
    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> OfIntake =>
        [("What_waits_for_an_erased_customer_or_journey_loses_its_data", IntakeAsync)];

    private static async Task OpenAsync(TouchpointStoreContractSubject subject) =>
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [Rows.Journey(Order, 2)],
                    Journal = [Rows.Entry(Order, 1) with { Data = """{"words":"hers"}""" }, Rows.Entry(Order, 2)],
                    NewTouchpoints = [Rows.Touchpoint(Told), Rows.Touchpoint(ToldOther, 2) with { Customer = "bo" }],
                    Customers = [new CustomerRow("ana", "{}"), new CustomerRow("bo", "{}"), new CustomerRow("anna", "{}")],
                    Parties = [new PartyRow(Order, "buyer", "ana"), new PartyRow(Order, "recipient", "bo")],
                    References = [new(Channel.Email, "hers", Told), new(Channel.Email, "his", ToldOther)],
                }
            )
            .ConfigureAwait(false);

    private static async Task MovedAsync(TouchpointStoreContractSubject subject)
    {
        await OpenAsync(subject).ConfigureAwait(false);
        await subject
            .CommitAsync(new BatchWrites { MovedParties = [new MovedPartyRow(Order, "buyer", "ana", "anna")] })
            .ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await PlaysAsync(subject, "ana").ConfigureAwait(false);
        await PlaysAsync(subject, "anna", Order).ConfigureAwait(false);
        await PlaysAsync(subject, "bo", Order).ConfigureAwait(false);
        Check.SameOrder(
            [(CustomerId)"anna", "bo"],
            (await subject.TouchpointsAsync(Order).ConfigureAwait(false)).Select(row => row.Customer!.Value),
            "Whom the touchpoints are for"
        );
        IReadOnlyList<TouchpointRow> hers = await subject
            .Store.ReadTouchpointsAsync(new TouchpointQuery { Customer = "anna" }, 10, CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder([Told], hers.Select(row => row.Id), "The touchpoints of whoever goes on");
    }

    private static async Task PlaysAsync(TouchpointStoreContractSubject subject, CustomerId customer, params JourneyId[] journeys) =>
        Check.SameOrder(
            journeys,
            await subject.Store.FindJourneysAsync(customer, CancellationToken.None).ConfigureAwait(false),
            $"The journeys of {customer}"
        );

    private static async Task ErasedAsync(TouchpointStoreContractSubject subject)
    {
        await OpenAsync(subject).ConfigureAwait(false);
        await EraseAsync(subject).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        JournalRow bare = Rows.Entry(Order, 1) with { Reason = "…", Changes = "[]" };
        Check.SameOrder([bare, Rows.Entry(Order, 2)], await subject.JournalAsync(Order).ConfigureAwait(false), "The journal");
        await subject
            .CommitAsync(new BatchWrites { ChangedJourneys = [Rows.Journey(Order, 3)], Journal = [Rows.Entry(Order, 3)] })
            .ConfigureAwait(false);
        Check.Equal(3, (await subject.JournalAsync(Order).ConfigureAwait(false)).Count, "How many entries there are");
    }

    private static Task EraseAsync(TouchpointStoreContractSubject subject) =>
        subject.CommitAsync(new BatchWrites { ErasedEntries = [Rows.Entry(Order, 1) with { Reason = "…", Changes = "[]" }] });

    private static async Task ErasedCustomerAsync(TouchpointStoreContractSubject subject)
    {
        var entry = new CustomerJournalRow
        {
            Customer = "ana",
            Sequence = 1,
            RecordedAt = Rows.Noon,
            Name = "consent",
            Reason = "she said so",
            Changes = """[{"is":"consent"}]""",
        };
        CustomerJournalRow bare = entry with { Reason = "…", Changes = "[]" };
        var stone = new CustomerRow("ana", "{}") { Sequence = 2, Identity = """{"erasedAt":1}""" };
        await subject
            .CommitAsync(new BatchWrites { Customers = [stone], CustomerJournal = [entry, entry with { Sequence = 2, Name = "erased" }] })
            .ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { ErasedCustomerEntries = [bare] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(
            [bare, entry with { Sequence = 2, Name = "erased" }],
            await subject.Store.ReadCustomerJournalAsync("ana", CancellationToken.None).ConfigureAwait(false),
            "The customer's journal"
        );
        Check.Equal(stone, await subject.Store.FindCustomerAsync("ana", CancellationToken.None).ConfigureAwait(false), "The stone");
    }

    private static async Task ForgottenAsync(TouchpointStoreContractSubject subject)
    {
        await OpenAsync(subject).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { ErasedReferences = [Told] }).ConfigureAwait(false);
        Check.Equal(0, (await FoundAsync(subject, "hers").ConfigureAwait(false)).Count, "How many are called hers");
        Check.Equal(1, (await FoundAsync(subject, "his").ConfigureAwait(false)).Count, "How many are called his");
    }

    private static ValueTask<IReadOnlyList<TouchpointId>> FoundAsync(TouchpointStoreContractSubject subject, string reference) =>
        subject.Store.Receipts.FindTouchpointsAsync(Channel.Email, reference, CancellationToken.None);

    private static async Task AgainAsync(TouchpointStoreContractSubject subject)
    {
        await OpenAsync(subject).ConfigureAwait(false);
        await EraseAsync(subject).ConfigureAwait(false);
        await EraseAsync(subject).ConfigureAwait(false);
        await subject.Store.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
        await subject.Store.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
        await subject
            .CommitAsync(new BatchWrites { ChangedJourneys = [Rows.Journey(Order, 3)], Journal = [Rows.Entry(Order, 3)] })
            .ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.Equal(3, (await subject.JournalAsync(Order).ConfigureAwait(false)).Count, "How many entries there are");
        Check.Equal(null, subject.Store.Setback, "That the store went back");
    }

    private static async Task IntakeAsync(TouchpointStoreContractSubject subject)
    {
        await OpenAsync(subject).ConfigureAwait(false);
        IntakeRow hers = TouchpointStoreContractIntake.Fact("1", "e1") with { Data = """{"words":"hers"}""" };
        IntakeRow names = TouchpointStoreContractIntake.Fact("2", "e2") with
        {
            Parties = """{"buyer":"ana"}""",
            Data = """{"words":"hers"}""",
        };
        IntakeRow his = TouchpointStoreContractIntake.Fact("3", "e3") with
        {
            Parties = """{"buyer":"anabel"}""",
            Data = """{"words":"his"}""",
        };
        await subject.EnlistAsync(commit: true, hers, names, his).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { ErasedJourneys = [Order], ErasedNames = ["\"ana\""] }).ConfigureAwait(false);
        Check.SameOrder(
            ["{}", "{}", """{"words":"his"}"""],
            (await subject.IntakeAsync().ConfigureAwait(false)).Select(row => row.Data),
            "What waits"
        );
    }
}
