using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What is in customers' inboxes.</summary>
internal static class TouchpointStoreContractInbox
{
    private const string Hostile = "Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE inbox";

    private static readonly CustomerId Ana = new("ana");
    private static readonly CustomerId Bo = new("bo");

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("An_inbox_gives_back_what_came_and_is_there_after_reopening", KeptAsync),
            ("A_message_that_comes_again_changes_nothing_whatever_became_of_it", OnceAsync),
            ("An_inbox_is_read_page_by_page_the_newest_first", PagedAsync),
            ("What_was_read_deleted_or_has_expired_is_left_out_and_not_counted", FilteredAsync),
            ("The_inbox_of_one_customer_becomes_that_of_another", MovedAsync),
            ("Of_an_inbox_only_the_newest_stay_and_an_erased_one_is_empty", TrimmedAsync),
            ("What_has_expired_leaves_every_inbox", ExpiredAsync),
        ];

    private static async Task KeptAsync(Subject subject)
    {
        InboxRow plain = Row(Ana, 1, 0);
        InboxRow demanding = Row(Ana, 2, 1) with
        {
            Topic = "news",
            Subject = Hostile,
            Text = string.Concat(Enumerable.Repeat(Hostile + "\n", 500)),
            Culture = "sr-Latn-RS",
            Category = Category.Promotional,
            Touchpoint = TouchpointId.Of(Ana, "weekly", "it's ~ 50 %", Channel.Inbox),
        };
        await CommitAsync(subject, new InboxWrites { New = [plain, demanding] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await HasAsync(subject, Ana, demanding, plain).ConfigureAwait(false);
        await HasAsync(subject, Bo).ConfigureAwait(false);
        Check.Equal(demanding, await FindAsync(subject, demanding.Id).ConfigureAwait(false), "The message");
        Check.Equal(null, await FindAsync(subject, IdOf(3)).ConfigureAwait(false), "A message that never came");
    }

    private static async Task OnceAsync(Subject subject)
    {
        InboxRow row = Row(Ana, 1, 0);
        await CommitAsync(subject, new InboxWrites { New = [row, row] }).ConfigureAwait(false);
        await CommitAsync(subject, new InboxWrites { Read = [new InboxMark(row.Id, Rows.Noon.AddHours(1))] }).ConfigureAwait(false);
        InboxMark late = new(row.Id, Rows.Noon.AddHours(2));
        await CommitAsync(subject, new InboxWrites { New = [row with { Text = "again" }], Read = [late] }).ConfigureAwait(false);
        InboxRow read = row with { ReadAt = Rows.Noon.AddHours(1) };
        await HasAsync(subject, Ana, read).ConfigureAwait(false);

        await CommitAsync(subject, new InboxWrites { Deleted = [late] }).ConfigureAwait(false);
        InboxMark later = new(row.Id, Rows.Noon.AddHours(3));
        await CommitAsync(
                subject,
                new InboxWrites
                {
                    New = [row],
                    Deleted = [later],
                    Read = [new InboxMark(IdOf(9), Rows.Noon)],
                }
            )
            .ConfigureAwait(false);
        InboxRow gone = read with { DeletedAt = Rows.Noon.AddHours(2), Subject = "", Text = "" };
        await HasAsync(subject, Ana, gone).ConfigureAwait(false);
        Check.Equal(gone, await FindAsync(subject, row.Id).ConfigureAwait(false), "What is left of it");
    }

    private static async Task PagedAsync(Subject subject)
    {
        InboxRow[] rows = [.. Enumerable.Range(0, 9).Select(i => Row(Ana, i, i / 3)), Row(Bo, 20, 1)];
        await CommitAsync(subject, new InboxWrites { New = rows }).ConfigureAwait(false);
        InboxRow[] newestFirst =
        [
            .. rows.Where(row => row.Customer == Ana)
                .OrderByDescending(row => row.At)
                .ThenByDescending(row => row.Id, StringComparer.Ordinal),
        ];
        List<InboxRow> read = [];
        IReadOnlyList<InboxRow> page;
        do
        {
            page = await subject
                .Store.Inbox.ReadInboxAsync(Ana, null, false, read.Count > 0 ? (read[^1].At, read[^1].Id) : null, 2, CancellationToken.None)
                .ConfigureAwait(false);
            Check.That(page.Count <= 2, $"A page of at most 2 has {page.Count} messages.");
            read.AddRange(page);
            Check.That(read.Count <= 100, "Paging through an inbox never ends.");
        } while (page.Count > 0);

        Check.SameOrder(newestFirst, read, "The pages");
    }

    private static async Task FilteredAsync(Subject subject)
    {
        InboxRow unread = Row(Ana, 1, 1);
        InboxRow read = Row(Ana, 2, 2);
        InboxRow deleted = Row(Ana, 3, 3);
        InboxRow expired = Row(Ana, 4, 4) with { ExpiresAt = Rows.Noon.AddHours(5) };
        InboxRow expiring = Row(Ana, 5, 5) with { ExpiresAt = Rows.Noon.AddHours(5).AddMicroseconds(1) };
        await CommitAsync(subject, new InboxWrites { New = [unread, read, deleted, expired, expiring] }).ConfigureAwait(false);
        await CommitAsync(
                subject,
                new InboxWrites
                {
                    Read = [new InboxMark(read.Id, Rows.Noon.AddHours(4))],
                    Deleted = [new InboxMark(deleted.Id, Rows.Noon.AddHours(4))],
                }
            )
            .ConfigureAwait(false);
        DateTimeOffset now = Rows.Noon.AddHours(5);
        read = read with { ReadAt = Rows.Noon.AddHours(4) };
        Check.SameOrder([expiring, read, unread], await ReadAsync(subject, now, unreadOnly: false).ConfigureAwait(false), "What is shown");
        Check.SameOrder([expiring, unread], await ReadAsync(subject, now, unreadOnly: true).ConfigureAwait(false), "What is not read");
        Check.Equal(2, await CountAsync(subject, Ana, now).ConfigureAwait(false), "How many are not read");
        Check.Equal(0, await CountAsync(subject, Bo, now).ConfigureAwait(false), "How many are not read of nobody's");
    }

    private static async Task MovedAsync(Subject subject)
    {
        InboxRow early = Row(Ana, 1, 1);
        InboxRow own = Row(Bo, 2, 2);
        InboxRow late = Row(Ana, 3, 3);
        await CommitAsync(subject, new InboxWrites { New = [early, own] }).ConfigureAwait(false);
        await CommitAsync(subject, new InboxWrites { New = [late], Moved = [(Ana, Bo)] }).ConfigureAwait(false);
        await HasAsync(subject, Ana).ConfigureAwait(false);
        await HasAsync(subject, Bo, late with { Customer = Bo }, own, early with { Customer = Bo }).ConfigureAwait(false);
        Check.Equal(3, await CountAsync(subject, Bo, Rows.Noon.AddHours(4)).ConfigureAwait(false), "How many are not read");
    }

    private static async Task TrimmedAsync(Subject subject)
    {
        InboxRow[] rows = [.. Enumerable.Range(0, 6).Select(i => Row(Ana, i, i))];
        InboxRow other = Row(Bo, 9, 0);
        await CommitAsync(subject, new InboxWrites { New = [.. rows, other] }).ConfigureAwait(false);
        InboxRow newest = Row(Ana, 7, 7);
        await CommitAsync(subject, new InboxWrites { New = [newest], Trimmed = [(Ana, 3)] }).ConfigureAwait(false);
        await HasAsync(subject, Ana, newest, rows[5], rows[4]).ConfigureAwait(false);
        await CommitAsync(subject, new InboxWrites { Erased = [Ana] }).ConfigureAwait(false);
        await HasAsync(subject, Ana).ConfigureAwait(false);
        Check.Equal(null, await FindAsync(subject, newest.Id).ConfigureAwait(false), "A message of who was erased");
        await HasAsync(subject, Bo, other).ConfigureAwait(false);
    }

    private static async Task ExpiredAsync(Subject subject)
    {
        InboxRow first = Row(Ana, 1, 1) with { ExpiresAt = Rows.Noon.AddHours(3) };
        InboxRow second = Row(Bo, 2, 1) with { ExpiresAt = Rows.Noon.AddHours(4) };
        InboxRow last = Row(Bo, 3, 1) with { ExpiresAt = Rows.Noon.AddHours(4).AddMicroseconds(1) };
        await CommitAsync(subject, new InboxWrites { New = [first, second, last] }).ConfigureAwait(false);
        await CommitAsync(subject, new InboxWrites { ExpiredAt = Rows.Noon.AddHours(4) }).ConfigureAwait(false);
        await HasAsync(subject, Ana).ConfigureAwait(false);
        await HasAsync(subject, Bo, last).ConfigureAwait(false);
    }

    private static InboxRow Row(CustomerId customer, int number, int hours) =>
        new()
        {
            Id = IdOf(number),
            Customer = customer,
            Touchpoint = TouchpointId.Parse($"order/{number}~order-shipped~1~buyer~inbox"),
            Category = Category.Transactional,
            Culture = "en",
            Subject = $"Parcel {number}",
            Text = "It is on its way.",
            At = Rows.Noon.AddHours(hours),
            ExpiresAt = Rows.Noon.AddDays(90),
        };

    private static string IdOf(int number) => $"{number * 7919:x32}";

    private static Task CommitAsync(Subject subject, InboxWrites writes) => subject.CommitAsync(new BatchWrites { Inbox = writes });

    private static async Task HasAsync(Subject subject, CustomerId customer, params InboxRow[] expected) =>
        Check.SameOrder(
            expected,
            await subject.Store.Inbox.ReadInboxAsync(customer, null, false, null, 100, CancellationToken.None).ConfigureAwait(false),
            $"The inbox of {customer}"
        );

    private static async Task<IReadOnlyList<InboxRow>> ReadAsync(Subject subject, DateTimeOffset now, bool unreadOnly) =>
        await subject.Store.Inbox.ReadInboxAsync(Ana, now, unreadOnly, null, 100, CancellationToken.None).ConfigureAwait(false);

    private static async Task<int> CountAsync(Subject subject, CustomerId customer, DateTimeOffset now) =>
        await subject.Store.Inbox.CountUnreadAsync(customer, now, CancellationToken.None).ConfigureAwait(false);

    private static async Task<InboxRow?> FindAsync(Subject subject, string id) =>
        await subject.Store.Inbox.FindInboxAsync(id, CancellationToken.None).ConfigureAwait(false);
}
