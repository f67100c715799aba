using CustomerTouchpoints;
using CustomerTouchpoints.PostgreSql;
using CustomerTouchpoints.PostgreSql.Reports;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the store that many hosts share: a PostgreSQL database.</summary>
public static class PostgreSqlStoreBuilderExtensions
{
    /// <summary>
    /// Keeps journeys, journal and touchpoints in the PostgreSQL database that the section <c>PostgreSql</c> of the host's configuration
    /// names. Of several stores the last one chosen is used.
    /// </summary>
    /// <param name="touchpoints">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UsePostgreSql(this TouchpointsBuilder touchpoints) => touchpoints.UsePostgreSql(_ => { });

    /// <summary>
    /// Keeps journeys, journal and touchpoints in a PostgreSQL database that many hosts share. Of several stores the last one chosen is
    /// used.
    /// </summary>
    /// <param name="touchpoints">The builder.</param>
    /// <param name="connectionString">Where the database is, such as <c>Host=db;Database=shop;Username=touchpoints</c>.</param>
    /// <param name="configure">Says more: the schema, the lease. Nothing by default.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UsePostgreSql(
        this TouchpointsBuilder touchpoints,
        string connectionString,
        Action<PostgreSqlStoreOptions>? configure = null
    ) =>
        touchpoints.UsePostgreSql(postgreSql =>
        {
            postgreSql.ConnectionString = connectionString;
            configure?.Invoke(postgreSql);
        });

    /// <summary>
    /// Keeps journeys, journal and touchpoints in a PostgreSQL database that many hosts share. Of several stores the last one chosen is
    /// used.
    /// </summary>
    /// <param name="touchpoints">The builder.</param>
    /// <param name="configure">Says which database, and how it is used, after the section <c>PostgreSql</c>. Faults
    /// are reported all at once when the host starts.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder UsePostgreSql(this TouchpointsBuilder touchpoints, Action<PostgreSqlStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(configure);
        touchpoints.Bind<PostgreSqlStoreOptions>("PostgreSql").Services.Configure(configure);
        touchpoints.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStoreOptions>, PostgreSqlStoreOptionsValidator>()
        );

        // Leases and connections go in their own time, whatever clock the host's story runs on.
        touchpoints.Services.Replace(
            ServiceDescriptor.Singleton<ITouchpointStore>(services => new PostgreSqlTouchpointStore(
                services.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value,
                TimeProvider.System
            ))
        );
        touchpoints.Services.TryAddSingleton(services => new PostgreSqlReports(
            services.GetRequiredService<ITouchpointStore>() as PostgreSqlTouchpointStore
                ?? throw new InvalidOperationException(
                    "PostgreSqlReports reads from PostgreSQL, but another store was chosen after UsePostgreSql. Choose it last."
                )
        ));
        return touchpoints;
    }
}
