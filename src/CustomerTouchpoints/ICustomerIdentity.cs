using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints;

/// <summary>
/// Who a customer is, and their right to go and to know: roles are named, two ids turn out to be one customer, what is known of a
/// customer is
/// handed out, or erased.
/// </summary>
/// <remarks>Thread-safe. Resolve it from the host's services. Who may call it is the host's to say.</remarks>
public interface ICustomerIdentity
{
    /// <summary>
    /// Says who plays a role of a journey that was begun without them, such as an anonymous cart: what was held for the role is asked about
    /// again, and a journey that waited for its customer opens.
    /// </summary>
    /// <param name="journey">The journey, such as <c>cart/9</c>.</param>
    /// <param name="role">The role, as its lifecycle names it.</param>
    /// <param name="customer">Who plays it. A role is filled once: the same customer again has no effect, somebody else is a
    /// conflict.</param>
    /// <param name="cancellationToken">Stops the waiting, not the naming.</param>
    /// <exception cref="ArgumentException">The lifecycle is not registered here, or has no such role.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Call again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task<IdentifyResult> IdentifyAsync(JourneyId journey, string role, CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes two customers one: their journeys, counts and consents unite, and a withdrawal of the one beats a grant of the other. From the
    /// commit on the first id is an alias: facts that name it are the other's. It can't be undone: nobody could tell whose was what.
    /// </summary>
    /// <remarks>
    /// It completes once the journeys of the first are taken over, one by one; one that was not reached by then, because the host died, is
    /// taken over when something happens in it, or when this is called again.
    /// </remarks>
    /// <param name="from">Who goes, and becomes an alias.</param>
    /// <param name="into">Who goes on. Where this id is an alias itself, whoever it stands for.</param>
    /// <param name="by">Who says so. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Stops the waiting, not the merging.</param>
    /// <exception cref="ArgumentException">Both are the same id, or a text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Call again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task<MergeResult> MergeCustomersAsync(CustomerId from, CustomerId into, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases a customer. From its first commit on, no attempt to tell them anything begins on any host; then what is pending is
    /// withdrawn, and
    /// traits, consents with their evidence, the data of events and all free texts leave the store, its log and its free pages. Ids, codes,
    /// instants and counts stay, and the id as a stone: facts that would give it a role are journaled without their data. It can't be
    /// undone.
    /// </summary>
    /// <remarks>
    /// <para>It completes when all of it is done, and when nothing is under way to them any more: it waits for attempts that a sender has
    /// already, for as long as a lease at most. It works in small commits; where it fails or the host dies, call it again: it goes on,
    /// and what
    /// is done already is not done twice.</para>
    /// <para>A journey in which somebody else plays a role goes on for them, without the data that its events had brought; one in which
    /// nobody
    /// else does is closed. What the host, its providers, its backups and its logs know is the host's to erase.</para>
    /// </remarks>
    /// <param name="customer">Who is erased, with everybody who was merged into them.</param>
    /// <param name="by">Who does it. 1 to 200 characters; kept, so name nobody who may want to be erased, too.</param>
    /// <param name="reason">Why. 1 to 200 characters; kept, so name no customer in it.</param>
    /// <param name="cancellationToken">Stops the waiting; what has begun goes on.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">Some of it could not be done. Call again.</exception>
    /// <exception cref="InvalidOperationException">This host does not have the lifecycle, or the version, of one of the journeys: nothing
    /// more
    /// is sent, but not all is erased. Call it on a host that has. Or the host was not started within ten seconds, or has
    /// stopped.</exception>
    Task<ErasureResult> EraseAsync(CustomerId customer, string by, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands out everything that is known of a customer: what the host's directory says, contacts, consents with their evidence, what waits
    /// under the caps, and each journey with its journal, the data of its events, messages, clocks and promises. Journey by journey: no
    /// more
    /// than one is in memory.
    /// </summary>
    /// <remarks>
    /// Of a journey that others share, who they are and what they were told is left out; the data of its events are not, since nobody can
    /// tell
    /// whose they are. Look at it before you hand it on. What is committed meanwhile may show in one part and not yet in another.
    /// </remarks>
    /// <param name="customer">Who; of an alias, whoever it stands for. Of somebody unknown little is written.</param>
    /// <param name="to">Where it is written, in UTF-8; it stays open.</param>
    /// <param name="format">JSON, or a page for people. JSON by default.</param>
    /// <param name="cancellationToken">Gives up; what was written is not whole.</param>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read; what was written is not whole.</exception>
    Task ExportAsync(
        CustomerId customer,
        Stream to,
        ExportFormat format = ExportFormat.Json,
        CancellationToken cancellationToken = default
    );
}
