using System.Globalization;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Npgsql;
using Quartz;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>Timers as Quartz.NET has them: triggers of one durable job, all due at one instant.</summary>
internal sealed class QuartzTimers(Place place) : IDueContender
{
    private IScheduler? scheduler;

    public FiredLog Fired { get; } = new();

    public async Task<DateTimeOffset> SetAsync(int timers)
    {
        scheduler = await QuartzServer.OpenAsync(place, Fired);
        IJobDetail job = JobBuilder.Create<FiringJob>().WithIdentity("overdue").StoreDurably().Build();
        DateTimeOffset later = DateTimeOffset.UtcNow.AddHours(1);
        ITrigger[] triggers =
        [
            .. Enumerable
                .Range(0, timers)
                .Select(timer =>
                    TriggerBuilder.Create().WithIdentity(timer.ToString(CultureInfo.InvariantCulture)).ForJob(job).StartAt(later).Build()
                ),
        ];
        await scheduler.ScheduleJob(job, triggers, replace: true);

        // Setting them takes longer than one would wait: the instant is chosen when they are there.
        DateTimeOffset due = DateTimeOffset.UtcNow.AddSeconds(3);
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var move = new NpgsqlCommand("UPDATE qrtz_triggers SET start_time = $1, next_fire_time = $1", connection);
        move.Parameters.Add(new NpgsqlParameter { Value = due.UtcTicks });
        await move.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE qrtz_triggers", connection);
        await analyze.ExecuteNonQueryAsync();
        await scheduler.Start();
        return due;
    }

    public Task<DurableRows> CountAsync() => DurableRows.InAsync(place, ("timers that wait", "qrtz_triggers"));

    public async ValueTask DisposeAsync() => await scheduler!.Shutdown(waitForJobsToComplete: true);
}
