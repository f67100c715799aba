using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Npgsql;
using Quartz;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>A Quartz scheduler on PostgreSQL: clustered, as several hosts need it, and tuned to take many triggers at once.</summary>
internal static class QuartzServer
{
    /// <summary>So many jobs run at the same time, and so many triggers are acquired under one lock.</summary>
    private const int AtOnce = 50;

    public static async Task<IScheduler> OpenAsync(Place place, FiredLog fired)
    {
        await using (var connection = new NpgsqlConnection(place.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand(QuartzTables.Create, connection);
            await create.ExecuteNonQueryAsync();
        }

        string pooled = new NpgsqlConnectionStringBuilder(place.ConnectionString)
        {
            MaxPoolSize = 100,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            Timeout = 120,
            CommandTimeout = 120,
        }.ConnectionString;
        SchedulerBuilder builder = SchedulerBuilder
            .Create("AUTO", "load")
            .UseDefaultThreadPool(AtOnce)
            .WithMaxBatchSize(AtOnce)
            .WithMisfireThreshold(TimeSpan.FromHours(1))
            .UsePersistentStore(store =>
            {
                store.UseProperties = true;
                store.UseClustering();
                store.UsePostgres(pooled);
                store.UseSerializer<PropertiesSerializer>();
            });
        builder.SetProperty("quartz.jobStore.acquireTriggersWithinLock", "true");
        builder.SetProperty("quartz.scheduler.batchTriggerAcquisitionFireAheadTimeWindow", "1000");
        IScheduler scheduler = await builder.BuildScheduler();
        scheduler.Context[FiringJob.Log] = fired;
        return scheduler;
    }
}
