using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>All the tables as one connection sees them.</summary>
internal sealed class StoreTables : IDisposable
{
    public StoreTables(Session session)
    {
        Session = session;
        Store = new StoreTable(session);
        Journeys = new JourneyTable(session);
        Journal = new JournalTable(session);
        EventKeys = new EventKeyTable(session, Journal);
        Touchpoints = new TouchpointTable(session);
        CustomerTouchpoints = new CustomerTouchpointTable(session);
        References = new ReferenceTable(session);
        Receipts = new ReceiptTable(session);
        Suppressions = new SuppressionTable(session);
        Inbox = new InboxTable(session);
        Shelved = new ShelvedTable(session);
        Clocks = new ClockTable(session);
        Promises = new PromiseTable(session);
        Customers = new CustomerTable(session);
        CustomerJournal = new CustomerJournalTable(session);
        Switches = new SwitchTable(session);
        Rates = new RateTable(session);
        Definitions = new DefinitionTable(session);
        Intake = new IntakeTable(session);
        Finished = new FinishedJourneys(session, Journeys, Shelved, Receipts);
    }

    public Session Session { get; }

    public StoreTable Store { get; }

    public JourneyTable Journeys { get; }

    public JournalTable Journal { get; }

    public EventKeyTable EventKeys { get; }

    public TouchpointTable Touchpoints { get; }

    public CustomerTouchpointTable CustomerTouchpoints { get; }

    public ReferenceTable References { get; }

    public ReceiptTable Receipts { get; }

    public SuppressionTable Suppressions { get; }

    public InboxTable Inbox { get; }

    public ShelvedTable Shelved { get; }

    public ClockTable Clocks { get; }

    public PromiseTable Promises { get; }

    public CustomerTable Customers { get; }

    public CustomerJournalTable CustomerJournal { get; }

    public SwitchTable Switches { get; }

    public RateTable Rates { get; }

    public DefinitionTable Definitions { get; }

    public IntakeTable Intake { get; }

    public FinishedJourneys Finished { get; }

    /// <summary>Reads a page of touchpoints: first those of journeys, then those of customers.</summary>
    public List<TouchpointRow> ReadTouchpoints(TouchpointQuery query, int limit)
    {
        List<TouchpointRow> read = query.After is { Customer: not null } ? [] : Touchpoints.Read(Journeys, query, limit);
        if (read.Count < limit)
        {
            read.AddRange(CustomerTouchpoints.Read(query, limit - read.Count));
        }

        return read;
    }

    public TouchpointRow? FindTouchpoint(TouchpointId id) =>
        id.Customer is not null ? CustomerTouchpoints.Find(id)
        : Journeys.Find(id.Journey) is { } known ? Touchpoints.Read(known).Find(row => row.Id == id)
        : null;

    public ClockRow? FindClock(ClockId id) => Journeys.Find(id.Journey) is { } known ? Clocks.Read(known).Find(row => row.Id == id) : null;

    public void Dispose() => Session.Dispose();
}
