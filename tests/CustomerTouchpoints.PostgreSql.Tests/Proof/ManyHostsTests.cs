using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Real processes on a real server, with leases of two seconds: whatever happens to hosts, to the server and to the lines between them,
/// nothing that was acknowledged is lost, nothing happens twice, and a message arrives again only where an attempt was lost.
/// </summary>
public sealed class ManyHostsTests
{
    private const int Rounds = 30;

    [Test]
    public async Task Thirty_hosts_killed_in_mid_work_lose_nothing()
    {
        using Scene scene = await Scene.StartAsync(SharedCluster.Server);
        for (int round = 0; round < Rounds; round++)
        {
            int victim = round % scene.Hosts;
            await scene[victim].ReadyAsync();
            await scene.GoOnAsync(3 + (round % 7));
            scene[victim].Kill();
            scene.Replace(victim);
        }

        await scene.VerifyAsync();
    }

    [Test]
    public async Task Thirty_hosts_frozen_past_their_lease_overwrite_nothing_when_they_wake()
    {
        using Scene scene = await Scene.StartAsync(SharedCluster.Server);
        for (int round = 0; round < Rounds; round++)
        {
            ChildHost victim = scene[round % scene.Hosts];
            await scene.GoOnAsync(3 + (round % 7));
            victim.Freeze();

            // The lease and the beat of another host that finds it passed.
            await Task.Delay(TimeSpan.FromSeconds(2.8));
            victim.Thaw();
        }

        await scene.VerifyAsync();
    }

    [Test]
    public async Task Thirty_servers_stopped_as_by_a_power_cut_lose_nothing()
    {
        using Cluster server = Cluster.Start();
        using Scene scene = await Scene.StartAsync(server);
        for (int round = 0; round < Rounds; round++)
        {
            await scene.GoOnAsync(3 + (round % 7));
            server.StopAtOnce();
            server.Start();
        }

        await scene.VerifyAsync();
    }

    [Test]
    public async Task Sixty_lines_cut_in_a_commit_leave_no_doubt()
    {
        using var cutter = new CommitCutter(SharedCluster.Server.Port);
        string through = new NpgsqlConnectionStringBuilder(SharedCluster.Server.ConnectionString) { Port = cutter.Port }.ConnectionString;
        using Scene scene = await Scene.StartAsync(SharedCluster.Server, connectionString: through);
        for (int round = 0; round < Rounds * 2; round++)
        {
            await scene.GoOnAsync(2 + (round % 7));
            int before = cutter.Struck;
            if (round % 2 == 0)
            {
                cutter.CutNextReply();
            }
            else
            {
                cutter.CutNextRequest();
            }

            await Patience.UntilAsync(() => cutter.Struck > before, () => "a line to be cut");
        }

        await scene.VerifyAsync();
    }

    [Test]
    public async Task A_standby_that_is_promoted_goes_on_where_the_server_ended()
    {
        using Cluster server = Cluster.Start();
        using Cluster standby = server.StartStandby();
        server.Execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
        server.Execute("SELECT pg_reload_conf()");
        string both = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Host = $"127.0.0.1:{server.Port},127.0.0.1:{standby.Port}",
            TargetSessionAttributes = "primary",
        }.ConnectionString;
        using Scene scene = await Scene.StartAsync(server, hosts: 2, connectionString: both);
        await scene.GoOnAsync(100);
        server.StopAtOnce();
        standby.Promote();
        await scene.GoOnAsync(100);
        await scene.VerifyAsync(at: scene.On(standby));
    }
}
