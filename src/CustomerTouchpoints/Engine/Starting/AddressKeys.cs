using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// The keys under which addresses are hashed: the host's, and the one that lies in the store. Where the host has none, the first one to
/// start makes it.
/// </summary>
internal sealed class AddressKeys(
    ITouchpointStore store,
    StoreTurn turn,
    AddressHashing hashing,
    IOptions<TouchpointsOptions> options,
    IOptionsMonitor<ChannelOptions> channels,
    StoreTime time,
    ILogger<AddressKeys> logger
)
{
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        SuppressionOptions suppression = options.Value.Suppression;
        HashKey? given = HashKey.Parse(suppression.Key);
        IReadOnlyList<AddressKeyRow> kept = await store.Suppressions.ReadAddressKeysAsync(cancellationToken).ConfigureAwait(false);
        if (given is null && kept.Count == 0)
        {
            kept = await MakeAsync(cancellationToken).ConfigureAwait(false);
        }

        IEnumerable<HashKey?> own = kept.Select(row => HashKey.Parse(row.Key));
        HashKey?[] former = [HashKey.Parse(suppression.FormerKey)];
        HashKey[] living = [.. (given is null ? own.Concat(former) : former.Prepend(given).Concat(own)).OfType<HashKey>()];
        var hasher = new AddressHasher(
            [.. living.DistinctBy(key => key.Id)],
            channel => channels.Get(channel.Name).Addresses ?? FormOf(channel)
        );
        hashing.Use(hasher);
        await WarnAsync(hasher, cancellationToken).ConfigureAwait(false);
    }

    private static AddressForm FormOf(Channel channel) =>
        channel == Channel.Email ? AddressForm.Email
        : Channel.Phones.Contains(channel) ? AddressForm.Phone
        : AddressForm.Exact;

    /// <summary>Makes a key, unless another host has just made one.</summary>
    private async Task<IReadOnlyList<AddressKeyRow>> MakeAsync(CancellationToken cancellationToken)
    {
        using StoreTurn.Taken mine = await turn.TakeAsync(cancellationToken).ConfigureAwait(false);
        IStoreBatch batch = await store.BeginAsync(BatchKeys.None, cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            // The batch is exclusive: what was committed before it began is all that there is.
            IReadOnlyList<AddressKeyRow> kept = await store.Suppressions.ReadAddressKeysAsync(cancellationToken).ConfigureAwait(false);
            if (kept.Count > 0)
            {
                return kept;
            }

            string key = HashKey.Make();
            var made = new AddressKeyRow(HashKey.Parse(key)!.Id, key, Instants.Truncate(time.GetUtcNow()));
            await batch.CommitAsync(new BatchWrites { AddressKeys = [made] }, cancellationToken).ConfigureAwait(false);
            return [made];
        }
    }

    /// <summary>Says so when addresses lie in the store that this host can't find: it would write to them.</summary>
    private async Task WarnAsync(AddressHasher hasher, CancellationToken cancellationToken)
    {
        SuppressionPlace? after = null;
        while (true)
        {
            IReadOnlyList<SuppressionRow> first = await store
                .Suppressions.ReadSuppressionsAsync(new SuppressionQuery(), null, after, 1, cancellationToken)
                .ConfigureAwait(false);
            if (first.Count == 0)
            {
                return;
            }

            string id = HashKey.IdOf(first[0].Address.Text);
            if (!hasher.KeyIds.Contains(id))
            {
                AddressLog.KeyIsMissing(logger, id);
            }

            after = SuppressionPlace.AfterKey(id);
        }
    }
}
