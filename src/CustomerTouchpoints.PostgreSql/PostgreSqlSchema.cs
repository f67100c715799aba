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
}
