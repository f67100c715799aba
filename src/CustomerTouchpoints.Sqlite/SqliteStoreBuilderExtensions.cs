using CustomerTouchpoints;
using CustomerTouchpoints.Sqlite;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the store that keeps everything in one SQLite file.</summary>
public static class SqliteStoreBuilderExtensions
{
    /// <summary>
    /// Keeps journeys, journal and touchpoints in the SQLite file that the section <c>Sqlite</c> of the host's configuration names. Of
    /// several stores the last one chosen is used.
    /// </summary>
    /// <param name="touchpoints">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UseSqlite(this TouchpointsBuilder touchpoints) => touchpoints.UseSqlite(_ => { });

    /// <summary>Keeps journeys, journal and touchpoints in one SQLite file. Of several stores the last one chosen is used.</summary>
    /// <param name="touchpoints">The builder.</param>
    /// <param name="connectionString">Where the file is, such as <c>Data Source=touchpoints.db</c>.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UseSqlite(this TouchpointsBuilder touchpoints, string connectionString) =>
        touchpoints.UseSqlite(sqlite => sqlite.ConnectionString = connectionString);

    /// <summary>Keeps journeys, journal and touchpoints in one SQLite file. Of several stores the last one chosen is used.</summary>
    /// <param name="touchpoints">The builder.</param>
    /// <param name="configure">Says which file, and how it is kept, after the section <c>Sqlite</c> of the
    /// host's configuration. Faults are reported all at once when the host starts.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UseSqlite(this TouchpointsBuilder touchpoints, Action<SqliteStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(configure);
        touchpoints.Bind<SqliteStoreOptions>("Sqlite").Services.Configure(configure);
        touchpoints.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>()
        );

        // Another process goes in its own time, whatever clock the host's story runs on.
        touchpoints.Services.Replace(
            ServiceDescriptor.Singleton<ITouchpointStore>(services => new SqliteTouchpointStore(
                services.GetRequiredService<IOptions<SqliteStoreOptions>>().Value,
                TimeProvider.System,
                services.GetService<TimeProvider>(),
                services.GetService<ILoggerFactory>()?.CreateLogger<SqliteTouchpointStore>()
            ))
        );
        return touchpoints;
    }
}
