using System.Collections.Immutable;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>The messages of all inboxes. Immutable.</summary>
internal sealed record InMemoryInbox
{
    /// <summary>How many expired ones leave at once.</summary>
    private const int Step = 1_000;

    public static InMemoryInbox Empty { get; } = new();

    private ImmutableDictionary<string, InboxRow> Rows { get; init; } = ImmutableDictionary<string, InboxRow>.Empty;

    private ImmutableDictionary<CustomerId, ImmutableSortedSet<(DateTimeOffset At, string Id)>> Ids { get; init; } =
        ImmutableDictionary<CustomerId, ImmutableSortedSet<(DateTimeOffset At, string Id)>>.Empty;

    private static ImmutableSortedSet<(DateTimeOffset At, string Id)> NewestFirst { get; } =
        ImmutableSortedSet.Create<(DateTimeOffset At, string Id)>(
            Comparer<(DateTimeOffset At, string Id)>.Create(
                (one, other) => other.At.CompareTo(one.At) is not 0 and var order ? order : string.CompareOrdinal(other.Id, one.Id)
            )
        );

    public InMemoryInbox With(InboxWrites writes)
    {
        if (ReferenceEquals(writes, InboxWrites.None))
        {
            return this;
        }

        InMemoryInbox after = writes.New.Where(row => !Rows.ContainsKey(row.Id)).DistinctBy(row => row.Id).Aggregate(this, Add);
        after = writes.Moved.Aggregate(
            after,
            (inbox, moved) => inbox.Of(moved.From).Aggregate(inbox, (all, row) => all.Remove(row).Put(row with { Customer = moved.Into }))
        );
        after = writes.Read.Aggregate(after, (inbox, mark) => inbox.Mark(mark, (row, at) => row with { ReadAt = row.ReadAt ?? at }));
        after = writes.Deleted.Aggregate(
            after,
            (inbox, mark) => inbox.Mark(mark, (row, at) => row with { DeletedAt = row.DeletedAt ?? at, Subject = "", Text = "" })
        );
        after = writes.Trimmed.Aggregate(
            after,
            (inbox, trimmed) => inbox.Of(trimmed.Customer).Skip(trimmed.Kept).Aggregate(inbox, (all, row) => all.Remove(row))
        );
        after = writes.Erased.Aggregate(after, (inbox, erased) => inbox.Of(erased).Aggregate(inbox, (all, row) => all.Remove(row)));
        return writes.ExpiredAt is { } until
            ? after
                .Rows.Values.Where(row => row.ExpiresAt <= until)
                .OrderBy(row => row.ExpiresAt)
                .Take(Step)
                .Aggregate(after, (all, row) => all.Remove(row))
            : after;
    }

    /// <summary>A customer's messages, the newest first.</summary>
    public IEnumerable<InboxRow> Of(CustomerId customer) => Ids.GetValueOrDefault(customer, NewestFirst).Select(place => Rows[place.Id]);

    public InboxRow? Find(string id) => Rows.GetValueOrDefault(id);

    private static InMemoryInbox Add(InMemoryInbox inbox, InboxRow row) =>
        inbox.Put(row with { At = Instants.Truncate(row.At), ExpiresAt = Instants.Truncate(row.ExpiresAt) });

    private InMemoryInbox Mark(InboxMark mark, Func<InboxRow, DateTimeOffset, InboxRow> change) =>
        Rows.TryGetValue(mark.Id, out InboxRow? row)
            ? this with
            {
                Rows = Rows.SetItem(mark.Id, change(row, Instants.Truncate(mark.At))),
            }
            : this;

    private InMemoryInbox Put(InboxRow row) =>
        this with
        {
            Rows = Rows.SetItem(row.Id, row),
            Ids = Ids.SetItem(row.Customer, Ids.GetValueOrDefault(row.Customer, NewestFirst).Add((row.At, row.Id))),
        };

    private InMemoryInbox Remove(InboxRow row) =>
        this with
        {
            Rows = Rows.Remove(row.Id),
            Ids = Ids.SetItem(row.Customer, Ids[row.Customer].Remove((row.At, row.Id))),
        };
}
