using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of customers' inboxes.</summary>
internal static class InboxTable
{
    private const string Columns =
        "id, customer, touchpoint, category, topic, culture, subject, body, arrived_at, expires_at, read_at, deleted_at";

    public static readonly string Write = $"INSERT INTO inbox ({Columns}) {ArrayRows.Of(Columns)} ON CONFLICT DO NOTHING";

    public static readonly string Move =
        $"UPDATE inbox i SET customer = m.into_customer FROM ({ArrayRows.Of("from_customer, into_customer")}) AS m "
        + "WHERE i.customer = m.from_customer";

    public static readonly string MarkRead =
        $"UPDATE inbox i SET read_at = m.at FROM ({ArrayRows.Of("id, at")}) AS m WHERE i.id = m.id AND i.read_at IS NULL";

    public static readonly string MarkDeleted =
        $"UPDATE inbox i SET deleted_at = m.at, subject = '', body = '' FROM ({ArrayRows.Of("id, at")}) AS m "
        + "WHERE i.id = m.id AND i.deleted_at IS NULL";

    public const string Trim = """
        DELETE FROM inbox
        WHERE id = ANY (ARRAY (SELECT id FROM inbox WHERE customer = $1 ORDER BY arrived_at DESC, id DESC OFFSET $2))
        """;

    public const string Erase = "DELETE FROM inbox WHERE customer = ANY ($1)";

    /// <summary>Hosts may do it at once: what one is just deleting, or a customer just reads, is left out.</summary>
    public const string Expire = """
        DELETE FROM inbox
        WHERE id = ANY (ARRAY (
            SELECT id FROM inbox WHERE expires_at <= $1 ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED
        ))
        """;

    public const string Read = $"""
        SELECT {Columns} FROM inbox
        WHERE customer = $1 AND (arrived_at, id) < ($2::timestamptz, $3::text COLLATE "C")
            AND ($4::timestamptz IS NULL OR (deleted_at IS NULL AND expires_at > $4)) AND (NOT $5::boolean OR read_at IS NULL)
        ORDER BY arrived_at DESC, id DESC LIMIT $6
        """;

    public const string Count =
        "SELECT count(*) FROM inbox WHERE customer = $1 AND expires_at > $2 AND read_at IS NULL AND deleted_at IS NULL";

    public const string Find = $"SELECT {Columns} FROM inbox WHERE id = $1";

    /// <summary>The statements of a batch, in their order.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(InboxWrites writes)
    {
        if (writes.New.Count > 0)
        {
            yield return Written(writes.New);
        }

        if (writes.Moved.Count > 0)
        {
            yield return new NpgsqlBatchCommand(Move)
                .Texts(writes.Moved, moved => moved.From.Value)
                .Texts(writes.Moved, moved => moved.Into.Value);
        }

        if (writes.Read.Count > 0)
        {
            yield return Marked(MarkRead, writes.Read);
        }

        if (writes.Deleted.Count > 0)
        {
            yield return Marked(MarkDeleted, writes.Deleted);
        }

        foreach ((CustomerId customer, int kept) in writes.Trimmed)
        {
            yield return new NpgsqlBatchCommand(Trim).With(customer.Value).With((long)kept);
        }

        if (writes.Erased.Count > 0)
        {
            yield return new NpgsqlBatchCommand(Erase).Texts(writes.Erased, customer => customer.Value);
        }

        if (writes.ExpiredAt is { } until)
        {
            yield return new NpgsqlBatchCommand(Expire).With((DateTimeOffset?)until);
        }
    }

    public static NpgsqlBatchCommand Page(
        CustomerId customer,
        DateTimeOffset? now,
        bool unreadOnly,
        (DateTimeOffset At, string Id)? after,
        int limit
    ) =>
        new NpgsqlBatchCommand(Read)
            .With(customer.Value)
            .With((DateTimeOffset?)(after?.At ?? DateTimeOffset.MaxValue))
            .With(after?.Id ?? "")
            .With(now)
            .With(unreadOnly)
            .With(limit);

    public static NpgsqlBatchCommand Counted(CustomerId customer, DateTimeOffset now) =>
        new NpgsqlBatchCommand(Count).With(customer.Value).With((DateTimeOffset?)now);

    public static NpgsqlBatchCommand Found(string id) => new NpgsqlBatchCommand(Find).With(id);

    public static InboxRow Row(DbDataReader reader) =>
        new()
        {
            Id = reader.GetString(0),
            Customer = new CustomerId(reader.GetString(1)),
            Touchpoint = TouchpointId.Parse(reader.GetString(2)),
            Category = Enum.Parse<Category>(reader.GetString(3)),
            Topic = reader.TextOrNull(4),
            Culture = reader.GetString(5),
            Subject = reader.GetString(6),
            Text = reader.GetString(7),
            At = reader.Time(8),
            ExpiresAt = reader.Time(9),
            ReadAt = reader.TimeOrNull(10),
            DeletedAt = reader.TimeOrNull(11),
        };

    private static NpgsqlBatchCommand Written(IReadOnlyList<InboxRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Id)
            .Texts(rows, row => row.Customer.Value)
            .Texts(rows, row => row.Touchpoint.ToString())
            .Texts(rows, row => Enum.GetName(row.Category))
            .Texts(rows, row => row.Topic)
            .Texts(rows, row => row.Culture)
            .Texts(rows, row => row.Subject)
            .Texts(rows, row => row.Text)
            .Times(rows, row => row.At)
            .Times(rows, row => row.ExpiresAt)
            .Times(rows, row => row.ReadAt)
            .Times(rows, row => row.DeletedAt);

    private static NpgsqlBatchCommand Marked(string mark, IReadOnlyList<InboxMark> rows) =>
        new NpgsqlBatchCommand(mark).Texts(rows, row => row.Id).Times(rows, row => row.At);
}
