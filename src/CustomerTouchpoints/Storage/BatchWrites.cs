namespace CustomerTouchpoints.Storage;

/// <summary>Everything that one batch writes, already folded: each row at most once.</summary>
/// <remarks>
/// Infrastructure: for stores; may change until 1.0.
/// Every row belongs to a journey or a customer of the batch's keys. A journey that gets journal entries or event keys is itself new or
/// changed. A customer who gets touchpoints of their own is known already, or among <see cref="Customers"/>.
/// </remarks>
public sealed record BatchWrites
{
    /// <summary>Journeys that did not exist.</summary>
    public IReadOnlyList<JourneyRow> NewJourneys { get; init; } = [];

    /// <summary>Journeys that were loaded by this batch and have changed.</summary>
    public IReadOnlyList<JourneyRow> ChangedJourneys { get; init; } = [];

    /// <summary>
    /// Journal entries, in order within each journey: they go on from the stored sequence without gaps, up to the journey's new one.
    /// </summary>
    public IReadOnlyList<JournalRow> Journal { get; init; } = [];

    /// <summary>Keys of the events that were raised.</summary>
    public IReadOnlyList<EventKeyRow> EventKeys { get; init; } = [];

    /// <summary>Touchpoints that were planned: of journeys, and of customers.</summary>
    public IReadOnlyList<TouchpointRow> NewTouchpoints { get; init; } = [];

    /// <summary>Touchpoints of earlier batches that have changed.</summary>
    public IReadOnlyList<TouchpointRow> ChangedTouchpoints { get; init; } = [];

    /// <summary>
    /// Touchpoints that wait for nobody but a person, or do no longer: a known one's row is replaced, or deleted where its memory is null.
    /// </summary>
    public IReadOnlyList<ShelvedRow> Shelved { get; init; } = [];

    /// <summary>What providers call messages that they have accepted. One that is known already changes nothing.</summary>
    public IReadOnlyList<ReferenceRow> References { get; init; } = [];

    /// <summary>What providers have reported of touchpoints. One of a kind that is known already changes nothing.</summary>
    public IReadOnlyList<ReceiptRow> Receipts { get; init; } = [];

    /// <summary>
    /// Addresses that must not be written to, or may be again; a known one's row is replaced. A batch with any of them is exclusive.
    /// </summary>
    public IReadOnlyList<SuppressionRow> Suppressions { get; init; } = [];

    /// <summary>Keys under which addresses are hashed; a known one changes nothing.</summary>
    public IReadOnlyList<AddressKeyRow> AddressKeys { get; init; } = [];

    /// <summary>Response clocks that were started or have moved; a known clock's row is replaced.</summary>
    public IReadOnlyList<ClockRow> Clocks { get; init; } = [];

    /// <summary>Promises that were made or have changed; a known promise's row is replaced.</summary>
    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];

    /// <summary>Customers who are new or have changed; a known customer's row is replaced.</summary>
    public IReadOnlyList<CustomerRow> Customers { get; init; } = [];

    /// <summary>
    /// Entries of customers' own journals, in order within each: they go on from the stored sequence without gaps, up to the sequence of
    /// the customer's row, which is among <see cref="Customers"/>.
    /// </summary>
    public IReadOnlyList<CustomerJournalRow> CustomerJournal { get; init; } = [];

    /// <summary>Roles that were filled.</summary>
    public IReadOnlyList<PartyRow> Parties { get; init; } = [];

    /// <summary>
    /// Roles whose customers turned out to be others: the role's row and the touchpoints that were planned for it name the other from now
    /// on.
    /// </summary>
    public IReadOnlyList<MovedPartyRow> MovedParties { get; init; } = [];

    /// <summary>
    /// Journal entries of earlier batches that lose what they say of a customer: reason, changes and data of a known entry are replaced;
    /// its
    /// data may be gone. Their journeys are among the batch's keys.
    /// </summary>
    public IReadOnlyList<JournalRow> ErasedEntries { get; init; } = [];

    /// <summary>The same of entries of customers' own journals: reason and changes are replaced.</summary>
    public IReadOnlyList<CustomerJournalRow> ErasedCustomerEntries { get; init; } = [];

    /// <summary>Touchpoints of the batch's journeys whose customers were erased: what providers call them is forgotten.</summary>
    public IReadOnlyList<TouchpointId> ErasedReferences { get; init; } = [];

    /// <summary>Journeys of the batch's keys in which a customer was erased: whatever waits for one in the intake loses its data.</summary>
    public IReadOnlyList<JourneyId> ErasedJourneys { get; init; } = [];

    /// <summary>
    /// Ids of customers who were erased, each as the JSON text that it is in <see cref="IntakeRow.Parties"/>: whatever in the intake
    /// names one
    /// loses its data.
    /// </summary>
    public IReadOnlyList<string> ErasedNames { get; init; } = [];

    /// <summary>
    /// What becomes of inboxes. Customers who get messages, or whose messages are theirs no more, are among the batch's keys.
    /// </summary>
    public InboxWrites Inbox { get; init; } = InboxWrites.None;

    /// <summary>Switches that were set; a known scope's row is replaced.</summary>
    public IReadOnlyList<SwitchRow> Switches { get; init; } = [];

    /// <summary>What was counted; a known key's row is replaced.</summary>
    public IReadOnlyList<TallyRow> Tallies { get; init; } = [];

    /// <summary>Rates that have changed; all are among <see cref="BatchKeys.Rates"/>.</summary>
    public IReadOnlyList<RateRow> Rates { get; init; } = [];

    /// <summary>Versions of lifecycles that are new, retired or taken up again; a known version's row is replaced.</summary>
    public IReadOnlyList<DefinitionRow> Definitions { get; init; } = [];

    /// <summary>New entries of the record of operations, in order.</summary>
    public IReadOnlyList<OperationRow> Operations { get; init; } = [];

    /// <summary>
    /// Journeys to be made due at once, whether or not they are among the batch's keys. They follow what this batch writes.
    /// </summary>
    public IReadOnlyList<Recall> Recalls { get; init; } = [];

    /// <summary>
    /// Numbers of the intake's rows whose facts this batch journals, or knows already: they are deleted. All are among
    /// <see cref="IStoreBatch.Intake"/>.
    /// </summary>
    public IReadOnlyList<long> Taken { get; init; } = [];

    /// <summary>The intake's rows that can't be taken. All are among <see cref="IStoreBatch.Intake"/>.</summary>
    public IReadOnlyList<SetAsideRow> SetAside { get; init; } = [];
}
