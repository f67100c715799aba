using System.Runtime.CompilerServices;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Addresses that must not be written to, recorded by the writer as everything else is.</summary>
internal sealed class EmbeddedSuppressions(
    TouchpointsEngine engine,
    WriterDoor writer,
    StoreReaders readers,
    AddressHashing hashing,
    IOptions<TouchpointsOptions> options,
    StoreTime time
) : ISuppressionList
{
    public Task SuppressAsync(SuppressionRecord suppression, CancellationToken cancellationToken = default)
    {
        SuppressionValidator.Demand(suppression);
        return RecordAsync([suppression]).WaitAsync(cancellationToken);
    }

    public Task ImportAsync(IReadOnlyCollection<SuppressionRecord> suppressions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suppressions);
        SuppressionRecord[] all = [.. suppressions];
        Array.ForEach(all, SuppressionValidator.Demand);
        return RecordAsync(all).WaitAsync(cancellationToken);
    }

    public Task<int> LiftAsync(Channel channel, string address, string reason, string by, CancellationToken cancellationToken = default)
    {
        Channel.Given(channel);
        string given = SuppressionValidator.Address(address, nameof(address));
        SuppressionValidator.Text(reason, "a reason", nameof(reason));
        SuppressionValidator.Text(by, "who decides", nameof(by));
        return LiftAllAsync(channel, given, reason, by).WaitAsync(cancellationToken);
    }

    public Task<bool> LiftAsync(string id, string reason, string by, CancellationToken cancellationToken = default)
    {
        SuppressionKey key = SuppressionKey.Parse(id);
        SuppressionValidator.Text(reason, "a reason", nameof(reason));
        SuppressionValidator.Text(by, "who decides", nameof(by));
        return LiftOneAsync(key, reason, by).WaitAsync(cancellationToken);
    }

    public async IAsyncEnumerable<SuppressionView> SuppressionsAsync(
        SuppressionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query is { Address: not null, Channel: null })
        {
            throw new ArgumentException("An address is looked for on a channel: set SuppressionQuery.Channel.", nameof(query));
        }

        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AddressHash>? addresses = query.Address is { } address ? hashing.Hasher.Of(query.Channel!.Value, address) : null;
        await foreach (SuppressionView view in readers.Suppressions.ReadAsync(query, addresses, cancellationToken).ConfigureAwait(false))
        {
            yield return view;
        }
    }

    private async Task RecordAsync(IReadOnlyList<SuppressionRecord> suppressions)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        SuppressionSubmission[] submissions = [.. suppressions.Select(suppression => Of(suppression, now))];
        foreach (SuppressionSubmission submission in submissions)
        {
            await writer.SubmitAsync(submission).ConfigureAwait(false);
        }

        await Task.WhenAll(submissions.Select(submission => submission.Done)).ConfigureAwait(false);
    }

    private SuppressionSubmission Of(SuppressionRecord suppression, DateTimeOffset now)
    {
        IReadOnlyList<AddressHash> addresses = hashing.Hasher.Of(suppression.Channel, suppression.Address);
        bool isSaidNow = !(suppression.At < now);
        var row = new SuppressionRow
        {
            Address = addresses[0],
            Reason = suppression.Reason,
            Scope = suppression.Scope ?? options.Value.Suppression.ScopeOf(suppression.Reason),
            Since = isSaidNow ? now : Instants.Truncate(suppression.At!.Value),
            By = suppression.By,
            Note = suppression.Note,
        };
        return SuppressionSubmission.Of(row, addresses, isSaidNow, now);
    }

    private async Task<int> LiftAllAsync(Channel channel, string address, string reason, string by)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        IReadOnlyList<AddressHash> addresses = hashing.Hasher.Of(channel, address);
        return await LiftAsync(addresses, row => addresses.Contains(row.Address), reason, by).ConfigureAwait(false);
    }

    private async Task<bool> LiftOneAsync(SuppressionKey key, string reason, string by)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        return await LiftAsync([key.Address], row => row.Address == key.Address && row.Reason == key.Reason, reason, by)
                .ConfigureAwait(false) > 0;
    }

    private async Task<int> LiftAsync(IReadOnlyList<AddressHash> addresses, Func<SuppressionRow, bool> which, string reason, string by)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        var submission = new SuppressionSubmission(addresses, suppressions => suppressions.Lift(which, now, reason, by), now);
        await writer.SubmitAsync(submission).ConfigureAwait(false);
        return await submission.Result.ConfigureAwait(false);
    }
}
