using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of what providers have reported of messages.</summary>
internal sealed class ReceiptTable(Session session)
{
    private const string Table = "touchpoints_receipts";

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_receipts (journey, position, kind, at, recorded_at, checksum) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    );

    private readonly Statement read = session.Prepare(
        """
        SELECT journey, position, kind, at, recorded_at, checksum FROM touchpoints_receipts WHERE journey = ? AND position = ?
        ORDER BY at, kind
        """
    );

    private readonly Statement deleteAll = session.Prepare("DELETE FROM touchpoints_receipts WHERE journey = ?");

    private readonly Statement readAll = session.Prepare(
        "SELECT journey, position, kind, at, recorded_at, checksum FROM touchpoints_receipts"
    );

    public void Write(IReadOnlyList<ReceiptRow> rows, Func<JourneyId, long> numberOf)
    {
        foreach (ReceiptRow row in rows)
        {
            insert
                .Bind(numberOf(row.Touchpoint.Journey))
                .Bind(row.Touchpoint.Order)
                .Bind(Enum.GetName(row.Kind))
                .Bind(row.At)
                .Bind(row.RecordedAt)
                .BindChecksum()
                .Run();
        }
    }

    /// <summary>Reads what was reported of touchpoints.</summary>
    public List<ReceiptRow> Read(JourneyTable journeys, IReadOnlyCollection<TouchpointPlace> touchpoints)
    {
        List<ReceiptRow> found = [];
        foreach (IGrouping<JourneyId, TouchpointPlace> ofJourney in touchpoints.GroupBy(place => place.Journey))
        {
            long? number = journeys.Find(ofJourney.Key)?.Number;
            foreach (TouchpointPlace place in number is null ? [] : ofJourney.AsEnumerable())
            {
                using Rows rows = read.Bind(number).Bind(place.Order).Query();
                while (rows.Next(Table, place.Journey))
                {
                    rows.Skip(2);
                    found.Add(new ReceiptRow(place, Enum.Parse<ReceiptKind>(rows.Text()), rows.Instant(), rows.Instant()));
                }
            }
        }

        return found;
    }

    /// <summary>Deletes what belongs to a journey.</summary>
    public void DeleteOf(long journey) => deleteAll.Bind(journey).Run();

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some message")) { }
    }
}
