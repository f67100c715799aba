using CustomerTouchpoints.PostgreSql.Migrations;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>The tables of the store as SQL, for administrators who bring a schema forward themselves.</summary>
public static class PostgreSqlSchema
{
    /// <summary>The version of the schema that this package makes and needs.</summary>
    public static int Version => Schema.Newest;

    /// <summary>
    /// Prints a script for psql that makes the schema, or brings it forward from whatever version it has: what it has seen already is left
    /// out when it runs. It runs in one transaction and can be run again.
    /// </summary>
    /// <param name="schema">The schema; the same name as <see cref="PostgreSqlStoreOptions.Schema"/>.</param>
    /// <exception cref="ArgumentException">The name is not one that the store accepts.</exception>
    public static string Script(string schema = "touchpoints") => Schema.Print(SchemaName.Checked(schema));

    /// <summary>
    /// Prints a script for psql that gives a month of the journal, and of the event data beside it, partitions of its own: best some days
    /// before the month begins. What the month has already is moved there; partitions that were detached are attached again. Hosts may run.
    /// </summary>
    /// <param name="month">Any day of the month, in UTC.</param>
    /// <param name="schema">The schema; the same name as <see cref="PostgreSqlStoreOptions.Schema"/>.</param>
    /// <exception cref="ArgumentException">The name is not one that the store accepts.</exception>
    public static string MonthScript(DateOnly month, string schema = "touchpoints") =>
        Months.PrintAttach(SchemaName.Checked(schema), month);

    /// <summary>
    /// Prints a script for psql that detaches the partitions of a month, so that they can be dumped and dropped. Journeys, messages and the
    /// keys of events stay: everything goes on, repeats are known, and only timelines and explanations begin later. Hosts may run.
    /// </summary>
    /// <param name="month">Any day of the month, in UTC.</param>
    /// <param name="schema">The schema; the same name as <see cref="PostgreSqlStoreOptions.Schema"/>.</param>
    /// <exception cref="ArgumentException">The name is not one that the store accepts.</exception>
    public static string ArchiveScript(DateOnly month, string schema = "touchpoints") =>
        Months.PrintDetach(SchemaName.Checked(schema), month);
}
