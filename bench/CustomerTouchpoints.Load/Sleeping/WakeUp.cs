using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Load.Contenders;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrderStory.Shop;

namespace CustomerTouchpoints.Load.Sleeping;

/// <summary>
/// A host takes in orders and dies; a week later another one, a process of its own, finds all of their timers and messages overdue.
/// </summary>
internal sealed class WakeUp(string file)
{
    private const int Callers = 512;

    /// <summary>Lets orders wait on a file, and has a new process wake up to them.</summary>
    public async Task<int> RunAsync(int orders)
    {
        using (IHost host = Host(TimeSpan.FromDays(7)))
        {
            await host.StartAsync();
            ICustomerTouchpoints touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
            await Parallel.ForAsync(
                0,
                orders,
                new ParallelOptions { MaxDegreeOfParallelism = Callers },
                async (order, stopping) =>
                    await touchpoints.RaiseAsync(
                        new JourneyId("order", order.ToString(CultureInfo.InvariantCulture)),
                        Story.Placed,
                        "placed",
                        customer: Buyers.Of(order),
                        cancellationToken: stopping
                    )
            );
            await host.StopAsync();
        }

        using var woken = Process.Start(Environment.ProcessPath!, ["--asleep-in", file]);
        await woken.WaitForExitAsync();
        return woken.ExitCode;
    }

    /// <summary>Wakes up, and tells how long it took until nothing was left that had not been judged.</summary>
    public async Task MeasureAsync()
    {
        using IHost host = Host(TimeSpan.Zero);
        long started = Stopwatch.GetTimestamp();
        await host.StartAsync();
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        while (await engine.NextDueAsync() is { } next && DateTimeOffset.UtcNow - next > TimeSpan.FromMinutes(1))
        {
            await Task.Delay(100);
        }

        TimeSpan judged = Stopwatch.GetElapsedTime(started);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"judged after {judged.TotalSeconds:N1} s, at most {process.PeakWorkingSet64 / 1e6:N0} MB");
        await host.StopAsync();
        foreach (string line in Outcomes())
        {
            Console.WriteLine($"  {line}");
        }
    }

    private IHost Host(TimeSpan ago)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(ago));
        builder.Services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .AddLifecycle<WaitingLifecycle>()
                .UseCustomers(new Buyers())
                .AddTemplates("Messages")
                .UseBrand(LumenCameras.Describe)
                .AddChannel(Channel.Email, _ => new AcceptingSender())
                .UseSqlite($"Data Source={file}")
        );
        return builder.Build();
    }

    private IEnumerable<string> Outcomes()
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT rule || ' ' || status || ', ' || substr(reason, 1, 40) || ': ' || count(*) FROM touchpoints_touchpoints GROUP BY "
            + "rule, status, substr(reason, 1, 13) ORDER BY 1";
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetString(0);
        }
    }
}
