using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>A pool with a connection for each caller, as far as Npgsql's own default goes, and statements that are prepared once.</summary>
internal static class HandPool
{
    private const int Most = 100;

    /// <param name="connectionString">Where to.</param>
    /// <param name="callers">How many want one at the same time.</param>
    /// <param name="workers">How many more are needed beside them.</param>
    public static NpgsqlDataSource Open(string connectionString, int callers, int workers) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxPoolSize = Math.Min(callers, Most) + workers,
                MaxAutoPrepare = 60,
                AutoPrepareMinUsages = 2,
                Timeout = 60,
            }
        );
}
