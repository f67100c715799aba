using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage;

/// <summary>What a batch is going to touch.</summary>
/// <param name="Journeys">Distinct journeys.</param>
/// <param name="Events">Distinct keys of the events in the batch; their journeys are among <paramref name="Journeys"/>.</param>
/// <param name="Customers">Distinct customers, ascending: the order in which a shared store locks them.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record BatchKeys(
    IReadOnlyCollection<JourneyId> Journeys,
    IReadOnlyCollection<EventKey> Events,
    IReadOnlyCollection<CustomerId> Customers
)
{
    /// <summary>No journey, no event, no customer: for a batch about the whole.</summary>
    public static BatchKeys None { get; } = new([], [], []) { IsExclusive = true };

    /// <summary>
    /// Whether no other batch of any host may be open beside this one: it is about the whole, or counts under limits. A store with one
    /// owner has no other. False by default.
    /// </summary>
    public bool IsExclusive { get; init; }

    /// <summary>Distinct numbers of the intake's rows that the batch would take or set aside. None by default.</summary>
    public IReadOnlyCollection<long> Intake { get; init; } = [];

    /// <summary>
    /// Distinct hashes of the addresses that the batch may write to, each under every key that lives. None by default.
    /// </summary>
    public IReadOnlyCollection<AddressHash> Addresses { get; init; } = [];

    /// <summary>
    /// Distinct keys of the rates that the batch changes: it has them alone, whether or not they exist, until it ends. None by default.
    /// </summary>
    public IReadOnlyCollection<string> Rates { get; init; } = [];
}
