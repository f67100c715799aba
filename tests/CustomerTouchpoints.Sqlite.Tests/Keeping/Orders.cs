using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>Orders that have come to their end, with as much to them as orders have.</summary>
internal static class Orders
{
    /// <summary>How many journal entries each has.</summary>
    public const int Entries = 8;

    private const int Messages = 4;

    private static readonly string Data = $$"""{"total":42.5,"address":"{{new string('x', 200)}}"}""";

    public static BatchWrites Finished(int first, int count, DateTimeOffset at)
    {
        JourneyId[] ids = [.. Enumerable.Range(first, count).Select(i => new JourneyId("order", $"{100_000 + i}"))];
        return new BatchWrites
        {
            NewJourneys =
            [
                .. ids.Select(id => Some.Journey(id, Entries) with { Standing = "closed", DueAt = null, CreatedAt = at, Data = Data }),
            ],
            Journal =
            [
                .. ids.SelectMany(id =>
                    Enumerable
                        .Range(1, Entries)
                        .Select(sequence =>
                            Some.Entry(id, sequence, sequence % 2 == 1 ? Data : null) with
                            {
                                RecordedAt = at,
                                OccurredAt = at,
                            }
                        )
                ),
            ],
            EventKeys = [.. ids.SelectMany(id => Enumerable.Range(1, 4).Select(i => new EventKeyRow(new EventKey(id, $"e{i}"), i, i)))],
            NewTouchpoints = [.. ids.SelectMany(id => Enumerable.Range(1, Messages).Select(i => Message(id, i, at)))],
            Parties = [.. ids.Select(id => new PartyRow(id, "buyer", "ana"))],
        };
    }

    private static TouchpointRow Message(JourneyId id, int number, DateTimeOffset at) =>
        new()
        {
            Id = new TouchpointId(id, $"order-{number}", "1", "buyer", "email"),
            PlannedBy = number,
            Order = number,
            Customer = "ana",
            Template = $"order-{number}",
            Category = Category.Transactional,
            Channel = "email",
            Status = TouchpointStatus.Sent,
            Reason = """{"code":"accepted","channel":"email"}""",
            PlannedAt = at,
            DueAt = at,
            ChangedAt = at,
            Attempts = 1,
            MayBeRepeated = false,
        };
}
