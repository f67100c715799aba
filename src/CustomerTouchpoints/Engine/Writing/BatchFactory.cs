using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Makes batches: under the definitions, switches, limits and slots as they stand when one begins.</summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class BatchFactory(
    LifecycleRegistry lifecycles,
    DecisionSettings settings,
    AdoptedOverrides overrides,
    SeenSwitches switches,
    ErrandPools pools,
    AddressHashing hashing,
    StoreTime time
)
{
    private readonly WakeUpRamp ramp = new();

    /// <summary>What a batch of these submissions touches: what is counted under limits is counted by one host at a time.</summary>
    public BatchKeys KeysOf(IReadOnlyList<Submission> submissions) =>
        Submission.KeysOf(submissions) with
        {
            IsExclusive = overrides.Limits.Count > 0 || submissions.Any(submission => submission.IsExclusive),
            Addresses = AddressesOf(submissions),
        };

    public Batch Begin(LoadedBatch loaded)
    {
        var throttle = new Throttle(overrides.Limits, settings, loaded.Store);
        switches.Board = throttle.Board;
        var moment = new Moment(Instants.Truncate(time.GetUtcNow()), time.GetTimestamp());
        return new Batch(lifecycles, loaded, throttle, new Claims(pools, ramp, throttle, loaded.Store.Term, moment));
    }

    /// <summary>The addresses at which somebody may be told something, and those that submissions are about.</summary>
    private HashSet<AddressHash> AddressesOf(IReadOnlyList<Submission> submissions)
    {
        var addresses = new HashSet<AddressHash>();
        foreach (Submission submission in submissions)
        {
            addresses.UnionWith(submission.Addresses);
            foreach (Recipient recipient in submission.Recipients.Values)
            {
                foreach (IReadOnlyList<AddressHash> hashes in (recipient as Recipient.Known)?.HashesBy(hashing.Hasher).Values ?? [])
                {
                    addresses.UnionWith(hashes);
                }
            }
        }

        return addresses;
    }
}
