using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads customers' inboxes, each as that of who they turned out to be.</summary>
internal sealed class InboxReader(ITouchpointStore store, IdentityReader identity)
{
    private const int PageSize = 100;

    public async Task<InboxPage> ReadAsync(CustomerId customer, InboxQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        InboxPlace? after = PlaceOf(query.After);
        CustomerId owner = await OwnerOfAsync(customer, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<InboxRow> rows = await store
            .Inbox.ReadInboxAsync(
                owner,
                now,
                query.UnreadOnly,
                after is { } place ? (place.At, place.Id) : null,
                query.Limit + 1,
                cancellationToken
            )
            .ConfigureAwait(false);
        return new InboxPage
        {
            Messages = [.. rows.Take(query.Limit).Select(ToView)],
            Next = rows.Count > query.Limit ? new InboxPlace(rows[query.Limit - 1].At, rows[query.Limit - 1].Id).ToString() : null,
            Unread = await store.Inbox.CountUnreadAsync(owner, now, cancellationToken).ConfigureAwait(false),
        };
    }

    public async Task<int> CountUnreadAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store
            .Inbox.CountUnreadAsync(await OwnerOfAsync(customer, cancellationToken).ConfigureAwait(false), now, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>A message that a customer can see; null where they have none of that id.</summary>
    public async Task<InboxRow?> FindAsync(CustomerId customer, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CustomerId owner = await OwnerOfAsync(customer, cancellationToken).ConfigureAwait(false);
        return
            InboxPlace.IsId(id)
            && await store.Inbox.FindInboxAsync(id, cancellationToken).ConfigureAwait(false) is { DeletedAt: null } row
            && row.Customer == owner
            && row.ExpiresAt > now
            ? row
            : null;
    }

    /// <summary>Everything that a customer can see, the newest first.</summary>
    /// <param name="customer">Who, as who they turned out to be.</param>
    /// <param name="unreadOnly">Whether what was read is left out.</param>
    /// <param name="now">The instant by which messages expire.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<InboxRow>> AllOfAsync(
        CustomerId customer,
        bool unreadOnly,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<InboxRow> all = [];
        IReadOnlyList<InboxRow> page;
        do
        {
            page = await store
                .Inbox.ReadInboxAsync(
                    customer,
                    now,
                    unreadOnly,
                    all.Count > 0 ? (all[^1].At, all[^1].Id) : null,
                    PageSize,
                    cancellationToken
                )
                .ConfigureAwait(false);
            all.AddRange(page);
        } while (page.Count == PageSize);

        return all;
    }

    /// <summary>Who a customer turned out to be.</summary>
    public async Task<CustomerId> OwnerOfAsync(CustomerId customer, CancellationToken cancellationToken) =>
        await identity.ResolveAsync(customer, cancellationToken).ConfigureAwait(false) is { } known ? known.Id : customer;

    public static InboxMessage ToView(InboxRow row) =>
        new()
        {
            Id = row.Id,
            Touchpoint = row.Touchpoint,
            Category = row.Category,
            Topic = row.Topic,
            Culture = row.Culture,
            Subject = row.Subject,
            Text = row.Text,
            At = row.At,
            ExpiresAt = row.ExpiresAt,
            ReadAt = row.ReadAt,
        };

    private static InboxPlace? PlaceOf(string? after) =>
        after is null ? null
        : InboxPlace.TryParse(after, out InboxPlace? place) ? place
        : throw new ArgumentException(
            $"\"{Identifier.Shown(after)}\" is no place in an inbox: give the Next of the page before, or null for the first page.",
            nameof(after)
        );
}
