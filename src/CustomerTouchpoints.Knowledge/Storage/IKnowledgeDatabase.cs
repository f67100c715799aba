using System.Data.Common;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>What is different in each database. What they say alike, <see cref="ArticleTables"/> says once.</summary>
/// <remarks>Thread-safe.</remarks>
internal interface IKnowledgeDatabase : IAsyncDisposable
{
    /// <summary>Makes the tables, or brings them forward.</summary>
    Task MigrateAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>A connection to read with.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of a connection.</summary>
    ValueTask CloseAsync(DbConnection connection);

    /// <summary>Begins to write. One at a time does, in all hosts.</summary>
    Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The rows <c>(key, value)</c> of a JSON object.</summary>
    /// <param name="parameter">The parameter that has the object.</param>
    string Rows(string parameter);

    /// <summary>Whether a column is among the keys of a JSON object.</summary>
    /// <param name="column">The column: a text, or a whole number.</param>
    /// <param name="parameter">The parameter that has the object.</param>
    /// <param name="isNumber">Whether it is a number.</param>
    string IsAmong(string column, string parameter, bool isNumber = false);

    /// <summary>The articles of the texts that full-text search ranks first, in their order; one may be there several times.</summary>
    Task<List<long>> CandidatesAsync(
        DbConnection connection,
        string language,
        IReadOnlyList<(string Term, double Weight)> terms,
        LanguageTotals totals,
        int limit,
        CancellationToken cancellationToken
    );
}
