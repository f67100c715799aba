using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What was written comes back as it was.</summary>
internal static class TouchpointStoreContractRoundTrips
{
    private const string Hostile = "Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE journeys \r\n\t \u202Eright to left עברית 漢字";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Every_column_of_a_journey_comes_back", subject => JourneyAsync(subject, Full(new JourneyId("order", "1042")))),
            ("Nulls_of_a_journey_come_back", subject => JourneyAsync(subject, Rows.Journey("order/1042", 1) with { State = null })),
            (
                "Empty_texts_stay_empty_texts",
                subject => JourneyAsync(subject, Rows.Journey("order/1042", 1) with { State = "", Memory = "", Data = "" })
            ),
            (
                "Any_text_is_kept_as_it_is",
                subject =>
                    JourneyAsync(
                        subject,
                        Rows.Journey(new JourneyId("order", "a/b~c%'🦜"), 1) with
                        {
                            State = Hostile,
                            Memory = Hostile,
                            Data = Hostile,
                        }
                    )
            ),
            ("A_changed_journey_comes_back_changed", ChangedJourneyAsync),
            ("Every_column_of_a_journal_entry_comes_back", subject => EntryAsync(subject, FullEntry)),
            ("Nulls_of_a_journal_entry_come_back", subject => EntryAsync(subject, Rows.Entry("order/1042", 1))),
            (
                "Event_data_of_256_KiB_comes_back",
                subject =>
                    EntryAsync(subject, Rows.Entry("order/1042", 1) with { Data = string.Concat(Enumerable.Repeat("ë", 128 * 1024)) })
            ),
            ("Every_column_of_a_touchpoint_comes_back", subject => TouchpointAsync(subject, FullTouchpoint)),
            (
                "A_touchpoint_for_nobody_yet_comes_back",
                subject => TouchpointAsync(subject, Rows.Touchpoint(Rows.TouchpointId("order/1042")) with { Customer = null })
            ),
            ("A_changed_touchpoint_comes_back_changed", ChangedTouchpointAsync),
            ("Every_status_and_category_comes_back", StatusesAsync),
            ("The_last_traits_of_a_customer_come_back", TraitsAsync),
            ("Instants_are_cut_to_the_microsecond", MicrosecondsAsync),
        ];

    private static JournalRow FullEntry =>
        new()
        {
            Journey = "order/1042",
            Sequence = 1,
            RecordedAt = Rows.Noon.AddMicroseconds(1),
            OccurredAt = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(-5)),
            Kind = "event",
            Name = "parcel.shipped",
            EventId = "wms-" + Hostile,
            Outcome = "moved",
            Reason = Hostile,
            Changes = """{"enter":"shipped"}""",
            Data = """{"carrier":"DHL"}""",
        };

    private static TouchpointRow FullTouchpoint =>
        new()
        {
            Id = new TouchpointId("order/1042", "order-shipped", "wms-~%" + "🦜", "buyer", Channel.Email),
            PlannedBy = 3,
            Order = 12,
            Customer = "ana ☂",
            Template = "order-shipped",
            Category = Category.Service,
            Channel = Channel.Sms,
            Status = TouchpointStatus.Held,
            Reason = Hostile,
            PlannedAt = Rows.Noon.AddMicroseconds(1),
            DueAt = Rows.Noon.AddDays(400),
            ChangedAt = Rows.Noon.AddHours(3),
            Attempts = 4,
            MayBeRepeated = true,
        };

    private static JourneyRow Full(JourneyId id) =>
        new()
        {
            Id = id,
            Version = 12,
            State = "shipped",
            Standing = "solved",
            Sequence = 1,
            CreatedAt = Rows.Noon.AddYears(-60).AddMicroseconds(1),
            DueAt = Rows.Noon.AddYears(60).AddMicroseconds(7),
            SendingTerm = long.MaxValue,
            Memory = """{"marks":[1,2]}""",
            Data = """{"total":"12.50"}""",
        };

    private static async Task JourneyAsync(TouchpointStoreContractSubject subject, JourneyRow row)
    {
        await subject.CommitAsync(new BatchWrites { NewJourneys = [row], Journal = [Rows.Entry(row.Id, 1)] }).ConfigureAwait(false);
        Check.Equal(row, await subject.FindAsync(row.Id).ConfigureAwait(false), "The journey as read");
        IStoreBatch batch = await subject.BeginAsync(row.Id).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(row, batch.Journeys.GetValueOrDefault(row.Id), "The journey as loaded");
        }
    }

    private static async Task ChangedJourneyAsync(TouchpointStoreContractSubject subject)
    {
        JourneyId id = "order/1042";
        await subject.CommitAsync(Rows.Opening(id)).ConfigureAwait(false);
        JourneyRow changed = Full(id) with { Sequence = 2 };
        await subject.CommitAsync(new BatchWrites { ChangedJourneys = [changed], Journal = [Rows.Entry(id, 2)] }).ConfigureAwait(false);
        Check.Equal(changed, await subject.FindAsync(id).ConfigureAwait(false), "The journey");

        JourneyRow emptied = Rows.Journey(id, 2) with { State = null };
        await subject.CommitAsync(new BatchWrites { ChangedJourneys = [emptied] }).ConfigureAwait(false);
        Check.Equal(emptied, await subject.FindAsync(id).ConfigureAwait(false), "The journey");
    }

    private static async Task EntryAsync(TouchpointStoreContractSubject subject, JournalRow entry)
    {
        await subject.CommitAsync(Rows.Opening(entry.Journey) with { Journal = [entry] }).ConfigureAwait(false);
        Check.SameOrder([entry], await subject.JournalAsync(entry.Journey).ConfigureAwait(false), "The journal");
    }

    private static async Task TouchpointAsync(TouchpointStoreContractSubject subject, TouchpointRow row)
    {
        await subject.CommitAsync(Rows.Opening(row.Id.Journey) with { NewTouchpoints = [row] }).ConfigureAwait(false);
        Check.SameOrder([row], await subject.TouchpointsAsync(row.Id.Journey).ConfigureAwait(false), "The touchpoints");
        Check.Equal(row, await subject.Store.FindTouchpointAsync(row.Id, CancellationToken.None).ConfigureAwait(false), "The touchpoint");
    }

    private static async Task ChangedTouchpointAsync(TouchpointStoreContractSubject subject)
    {
        TouchpointRow planned = Rows.Touchpoint(FullTouchpoint.Id);
        TouchpointRow neighbour = Rows.Touchpoint(planned.Id with { Role = "recipient" }, order: 2);
        await subject.CommitAsync(Rows.Opening(planned.Id.Journey) with { NewTouchpoints = [planned, neighbour] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { ChangedTouchpoints = [FullTouchpoint] }).ConfigureAwait(false);
        Check.SameOrder(
            [neighbour, FullTouchpoint],
            await subject.TouchpointsAsync(planned.Id.Journey).ConfigureAwait(false),
            "The touchpoints"
        );
    }

    private static async Task StatusesAsync(TouchpointStoreContractSubject subject)
    {
        JourneyId id = "order/1042";
        TouchpointRow[] rows =
        [
            .. from status in Enum.GetValues<TouchpointStatus>()
            from category in Enum.GetValues<Category>()
            select (status, category) into pair
            let order = ((int)pair.status * 10) + (int)pair.category
            select Rows.Touchpoint(Rows.TouchpointId(id, $"rule-{order}"), order) with
            {
                Status = pair.status,
                Category = pair.category,
            },
        ];
        await subject.CommitAsync(Rows.Opening(id) with { NewTouchpoints = rows }).ConfigureAwait(false);
        Check.SameOrder(rows, await subject.TouchpointsAsync(id).ConfigureAwait(false), "The touchpoints");
    }

    private static async Task TraitsAsync(TouchpointStoreContractSubject subject)
    {
        CustomerRow first = new("ana", """{"culture":"it"}""");
        CustomerRow last = first with { Traits = Hostile };
        CustomerRow other = new("Ana", "");
        await subject.CommitAsync(new BatchWrites { Customers = [first, other] }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Customers = [last] }).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(new BatchKeys([], [], ["Ana", "ana", "bo"])).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder([other, last], batch.Customers.Values.OrderBy(customer => customer.Id), "The customers");
            Check.Equal(last, batch.Customers.GetValueOrDefault(new CustomerId("ana")), "The customer");
        }
    }

    private static async Task MicrosecondsAsync(TouchpointStoreContractSubject subject)
    {
        JourneyId id = "order/1042";
        DateTimeOffset precise = Rows.Noon.AddTicks(123_456_7);
        DateTimeOffset kept = Rows.Noon.AddTicks(123_456_0);
        TouchpointRow touchpoint = Rows.Touchpoint(Rows.TouchpointId(id));
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [Rows.Journey(id, 1) with { CreatedAt = precise, DueAt = precise }],
                    Journal = [Rows.Entry(id, 1) with { RecordedAt = precise, OccurredAt = precise }],
                    NewTouchpoints = [touchpoint with { PlannedAt = precise, DueAt = precise, ChangedAt = precise }],
                }
            )
            .ConfigureAwait(false);

        JourneyRow? journey = await subject.FindAsync(id).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(id).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.Equal(journey, batch.Journeys.GetValueOrDefault(id), "The journey as loaded");
        }

        JournalRow entry = (await subject.JournalAsync(id).ConfigureAwait(false))[0];
        TouchpointRow planned = (await subject.TouchpointsAsync(id).ConfigureAwait(false))[0];
        Check.SameOrder(
            Enumerable.Repeat<DateTimeOffset?>(kept, 7),
            [journey?.CreatedAt, journey?.DueAt, entry.RecordedAt, entry.OccurredAt, planned.PlannedAt, planned.DueAt, planned.ChangedAt],
            "The instants"
        );
        Check.SameOrder([new DueJourney(id, kept)], await subject.DueAsync(precise).ConfigureAwait(false), "What is due");
        Check.Equal(kept, await subject.Store.ReadHighWaterMarkAsync(CancellationToken.None).ConfigureAwait(false), "The high-water mark");
    }
}
