using CustomerTouchpoints.Sqlite.Migrations;
using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Looks through a whole file of the SQLite store for damage: every page, every index, every row and what belongs to it.</summary>
/// <remarks>Thread-safe.</remarks>
public static class SqliteStoreInspection
{
    /// <summary>
    /// Looks through the whole file. It may be in use: what was committed by then is looked at, and the file's write-ahead log grows until
    /// the end. It takes some 15 seconds for a million journal entries, and longer than that from a slow disk. Nothing is changed.
    /// </summary>
    /// <param name="connectionString">Where the file is, such as <c>Data Source=touchpoints.db</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null for a sound file; else the first damage that was found, in words.</returns>
    /// <exception cref="StoreUnavailableException">The file is not there or can't be read, or its tables are those of an older version of
    /// this package.</exception>
    public static Task<string?> FindDamageAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        StoreFile file = StoreFile.Of(new SqliteStoreOptions { ConnectionString = connectionString });
        if (!File.Exists(file.Path))
        {
            throw new StoreUnavailableException($"There is no file {file.Path}. Name the store's file.");
        }

        var faults = new StoreFaults(file.Path, TimeSpan.Zero);
        try
        {
            using var tables = new StoreTables(file.OpenReader());
            Look(tables, file.Path, cancellationToken);
            return Task.FromResult<string?>(null);
        }
        catch (SqliteException cause) when (StoreFaults.IsDamage(cause))
        {
            return Task.FromResult<string?>(faults.Explain(cause).Message);
        }
        catch (SqliteException cause)
        {
            throw faults.Explain(cause);
        }
    }

    private static void Look(StoreTables tables, string path, CancellationToken cancellationToken)
    {
        tables.Session.BeginReading();
        StoreCheck.Pages(tables.Session);
        Schema.RequireNewest(tables.Session, path);
        StoreRow store = tables.Store.Read();
        tables.Store.Compare(store);
        tables.Switches.Read(store);
        tables.Switches.ReadTallies(store);
        tables.Switches.ReadRecord(store, int.MaxValue);
        tables.Definitions.Read(store);
        long entries = 0;
        JourneyContents contents = default;
        for (KnownJourney? journey = tables.Journeys.After(0); journey is not null; journey = tables.Journeys.After(journey.Number))
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries += tables.Journal.Read(journey).Count;
            tables.EventKeys.Verify(journey.Row.Id, journey.Number, journey.Contents.Events);
            tables.Touchpoints.Read(journey);
            tables.Clocks.Read(journey);
            tables.Promises.Verify(journey);
            contents += journey.Contents;
        }

        // What belongs to nobody is damage, too; and so is a journey that is not there.
        RequireCount(tables.Session, "touchpoints_journal", entries);
        RequireCount(tables.Session, "touchpoints_event_keys", contents.Events);
        RequireCount(tables.Session, "touchpoints_touchpoints", contents.Touchpoints);
        RequireCount(tables.Session, "touchpoints_clocks", contents.Clocks);
        RequireCount(tables.Session, "touchpoints_promises", contents.Promises);
        RequireCount(tables.Session, "touchpoints_parties", contents.Parties);
        tables.CustomerTouchpoints.VerifyAll(store);
        tables.References.VerifyAll();
        tables.Receipts.VerifyAll();
        tables.Suppressions.VerifyAll();
        tables.Rates.VerifyAll();
        tables.Inbox.VerifyAll();
        tables.Shelved.VerifyAll();
        tables.Customers.VerifyAll();
        tables.CustomerJournal.VerifyAll();
        RequireCount(
            tables.Session,
            "touchpoints_customer_journal",
            tables.Session.QueryNumber("SELECT ifnull(sum(sequence), 0) FROM touchpoints_customers")
        );
    }

    private static void RequireCount(Session session, string table, long written)
    {
        long found = session.QueryNumber($"SELECT count(*) FROM {table}");
        Damage.Require(found == written, table, "count", $"{written} were written, and {found} are found");
    }
}
