using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Inboxes as hosts see them. What was read is reported as a receipt first, and marked then: a crash between the two leaves it unread, and
/// reading it again reports nothing new.
/// </summary>
internal sealed class EmbeddedInbox(
    TouchpointsEngine engine,
    StoreReaders readers,
    StoreTurn turn,
    ReceiptDesk receipts,
    LifecycleRegistry lifecycles,
    Notices notices,
    StoreTime time
) : IInbox
{
    public async Task<InboxPage> ReadAsync(CustomerId customer, InboxQuery? query = null, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Inbox.ReadAsync(customer, query ?? new InboxQuery(), Now(), cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> CountUnreadAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Inbox.CountUnreadAsync(customer, Now(), cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> MarkReadAsync(CustomerId customer, string id, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        ArgumentNullException.ThrowIfNull(id);
        return ReadOneAsync(customer, id).WaitAsync(cancellationToken);
    }

    public Task<int> MarkAllReadAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        return ReadAllAsync(customer).WaitAsync(cancellationToken);
    }

    public Task<bool> DeleteAsync(CustomerId customer, string id, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        ArgumentNullException.ThrowIfNull(id);
        return DeletedAsync(customer, id).WaitAsync(cancellationToken);
    }

    private async Task<bool> ReadOneAsync(CustomerId customer, string id)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        DateTimeOffset now = Now();
        if (await readers.Inbox.FindAsync(customer, id, now, CancellationToken.None).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        if (row.ReadAt is null)
        {
            await MarkAsync([row], now).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<int> ReadAllAsync(CustomerId customer)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        DateTimeOffset now = Now();
        CustomerId owner = await readers.Inbox.OwnerOfAsync(customer, CancellationToken.None).ConfigureAwait(false);
        IReadOnlyList<InboxRow> unread = await readers
            .Inbox.AllOfAsync(owner, unreadOnly: true, now, CancellationToken.None)
            .ConfigureAwait(false);
        if (unread.Count > 0)
        {
            await MarkAsync(unread, now).ConfigureAwait(false);
        }

        return unread.Count;
    }

    private async Task MarkAsync(IReadOnlyList<InboxRow> rows, DateTimeOffset now)
    {
        await Task.WhenAll(rows.Select(row => ReportAsync(row, now))).ConfigureAwait(false);
        await CommitAsync(rows[0].Customer, new InboxWrites { Read = [.. rows.Select(row => new InboxMark(row.Id, now))] })
            .ConfigureAwait(false);
        foreach (InboxRow row in rows)
        {
            notices.InboxChanged(row.Customer, row.Touchpoint, InboxReasons.Read, now);
        }
    }

    /// <summary>A message outlives the lifecycle that sent it: then nothing is left that could hear of it.</summary>
    private async Task ReportAsync(InboxRow row, DateTimeOffset now)
    {
        if (row.Touchpoint.Carrier is { } carrier && lifecycles.Knows(carrier))
        {
            var receipt = new Receipt
            {
                Kind = ReceiptKind.Read,
                Touchpoint = row.Touchpoint,
                OccurredAt = now,
            };
            await receipts.ReportAsync(receipt).ConfigureAwait(false);
        }
    }

    private async Task<bool> DeletedAsync(CustomerId customer, string id)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        DateTimeOffset now = Now();
        if (await readers.Inbox.FindAsync(customer, id, now, CancellationToken.None).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        await CommitAsync(row.Customer, new InboxWrites { Deleted = [new InboxMark(id, now)] }).ConfigureAwait(false);
        notices.InboxChanged(row.Customer, row.Touchpoint, InboxReasons.Deleted, now);
        return true;
    }

    private Task<bool> CommitAsync(CustomerId owner, InboxWrites writes) =>
        turn.CommitAsync(new BatchKeys([], [], [owner]), _ => new BatchWrites { Inbox = writes }, CancellationToken.None);

    private DateTimeOffset Now() => Instants.Truncate(time.GetUtcNow());
}
