using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Gathers what the journeys of a batch come to.</summary>
internal sealed class BatchWritesBuilder
{
    private readonly List<JourneyRow> newJourneys = [];
    private readonly List<JourneyRow> changedJourneys = [];
    private readonly List<JournalRow> journal = [];
    private readonly List<TouchpointRow> newTouchpoints = [];
    private readonly List<TouchpointRow> changedTouchpoints = [];
    private readonly List<ShelvedRow> shelved = [];
    private readonly List<ReferenceRow> references = [];
    private readonly List<PartyRow> parties = [];
    private readonly List<MovedPartyRow> movedParties = [];
    private readonly List<ClockRow> clocks = [];
    private readonly List<PromiseRow> promises = [];

    public void Add(JourneyRow row, bool isNew) => (isNew ? newJourneys : changedJourneys).Add(row);

    public void Add(JournalRow row) => journal.Add(row);

    public void Add(TouchpointRow row, bool isNew) => (isNew ? newTouchpoints : changedTouchpoints).Add(row);

    public void Add(ShelvedRow row) => shelved.Add(row);

    public void Add(ReferenceRow row) => references.Add(row);

    public void Add(PartyRow row) => parties.Add(row);

    public void Add(MovedPartyRow row) => movedParties.Add(row);

    public void Add(ClockRow row) => clocks.Add(row);

    public void Add(PromiseRow row) => promises.Add(row);

    public BatchWrites Build() =>
        new()
        {
            NewJourneys = newJourneys,
            ChangedJourneys = changedJourneys,
            Journal = journal,
            NewTouchpoints = newTouchpoints,
            ChangedTouchpoints = changedTouchpoints,
            Shelved = shelved,
            References = references,
            Clocks = clocks,
            Promises = promises,
            Parties = parties,
            MovedParties = movedParties,
        };
}
