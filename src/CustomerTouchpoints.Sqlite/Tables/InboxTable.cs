using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of customers' inboxes.</summary>
internal sealed class InboxTable(Session session)
{
    private const string Table = "touchpoints_inbox";

    private const string Columns =
        "id, customer, touchpoint, category, topic, culture, subject, body, arrived_at, expires_at, read_at, deleted_at, checksum";

    private readonly Statement find = session.Prepare($"SELECT {Columns} FROM touchpoints_inbox WHERE id = ?");

    private readonly Statement page = session.Prepare(
        $"""
        SELECT {Columns} FROM touchpoints_inbox INDEXED BY touchpoints_inbox_customer
        WHERE customer = ?1 AND (arrived_at, id) < (?2, ?3) AND (?4 IS NULL OR (deleted_at IS NULL AND expires_at > ?4))
            AND (NOT ?5 OR read_at IS NULL)
        ORDER BY arrived_at DESC, id DESC LIMIT ?6
        """
    );

    private readonly Statement count = session.Prepare(
        """
        SELECT count(*) FROM touchpoints_inbox INDEXED BY touchpoints_inbox_unread
        WHERE customer = ? AND expires_at > ? AND read_at IS NULL AND deleted_at IS NULL
        """
    );

    private readonly Statement has = session.Prepare("SELECT 1 FROM touchpoints_inbox WHERE id = ?");

    private readonly Statement write = session.Prepare(
        $"INSERT OR REPLACE INTO touchpoints_inbox ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );

    private readonly Statement trim = session.Prepare(
        """
        DELETE FROM touchpoints_inbox WHERE id IN (
            SELECT id FROM touchpoints_inbox WHERE customer = ? ORDER BY arrived_at DESC, id DESC LIMIT -1 OFFSET ?
        )
        """
    );

    private readonly Statement erase = session.Prepare("DELETE FROM touchpoints_inbox WHERE customer = ?");

    private readonly Statement expire = session.Prepare(
        """
        DELETE FROM touchpoints_inbox
        WHERE id IN (SELECT id FROM touchpoints_inbox WHERE expires_at <= ? ORDER BY expires_at LIMIT 1000)
        """
    );

    private readonly Statement readAll = session.Prepare($"SELECT {Columns} FROM touchpoints_inbox");

    public void Write(InboxWrites writes)
    {
        foreach (InboxRow row in writes.New.Where(row => has.Bind(row.Id).QueryNumber() == 0))
        {
            Write(row);
        }

        foreach ((CustomerId from, CustomerId into) in writes.Moved)
        {
            Read(from, null, false, null, int.MaxValue).ForEach(row => Write(row with { Customer = into }));
        }

        foreach (InboxMark mark in writes.Read)
        {
            Mark(mark, row => row with { ReadAt = row.ReadAt ?? mark.At });
        }

        foreach (InboxMark mark in writes.Deleted)
        {
            Mark(mark, row => row with { DeletedAt = row.DeletedAt ?? mark.At, Subject = "", Text = "" });
        }

        foreach ((CustomerId customer, int kept) in writes.Trimmed)
        {
            trim.Bind(customer.Value).Bind(kept).Run();
        }

        foreach (CustomerId customer in writes.Erased)
        {
            erase.Bind(customer.Value).Run();
        }

        if (writes.ExpiredAt is { } until)
        {
            expire.Bind(until).Run();
        }
    }

    /// <summary>Reads a page of a customer's messages, the newest first.</summary>
    public List<InboxRow> Read(CustomerId customer, DateTimeOffset? now, bool unreadOnly, (DateTimeOffset At, string Id)? after, int limit)
    {
        using Rows rows = page.Bind(customer.Value)
            .Bind(after is { } last ? Instant.ToMicroseconds(last.At) : long.MaxValue)
            .Bind(after?.Id ?? "")
            .Bind(now)
            .Bind(unreadOnly)
            .Bind(limit)
            .Query();
        List<InboxRow> found = [];
        while (rows.Next(Table, customer))
        {
            found.Add(Row(rows));
        }

        return found;
    }

    public int CountUnread(CustomerId customer, DateTimeOffset now) => (int)count.Bind(customer.Value).Bind(now).QueryNumber();

    public InboxRow? Find(string id)
    {
        using Rows rows = find.Bind(id).Query();
        return rows.Next(Table, id) ? Row(rows) : null;
    }

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some customer")) { }
    }

    private void Mark(InboxMark mark, Func<InboxRow, InboxRow> change)
    {
        if (Find(mark.Id) is { } row)
        {
            Write(change(row));
        }
    }

    private void Write(InboxRow row) =>
        write
            .Bind(row.Id)
            .Bind(row.Customer.Value)
            .Bind(row.Touchpoint.ToString())
            .Bind(Enum.GetName(row.Category))
            .Bind(row.Topic)
            .Bind(row.Culture)
            .Bind(row.Subject)
            .Bind(row.Text)
            .Bind(row.At)
            .Bind(row.ExpiresAt)
            .Bind(row.ReadAt)
            .Bind(row.DeletedAt)
            .BindChecksum()
            .Run();

    private static InboxRow Row(Rows rows) =>
        new()
        {
            Id = rows.Text(),
            Customer = new CustomerId(rows.Text()),
            Touchpoint = TouchpointId.Parse(rows.Text()),
            Category = Enum.Parse<Category>(rows.Text()),
            Topic = rows.TextOrNull(),
            Culture = rows.Text(),
            Subject = rows.Text(),
            Text = rows.Text(),
            At = rows.Instant(),
            ExpiresAt = rows.Instant(),
            ReadAt = rows.InstantOrNull(),
            DeletedAt = rows.InstantOrNull(),
        };
}
