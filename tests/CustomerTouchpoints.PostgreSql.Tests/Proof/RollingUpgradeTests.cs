using System.Diagnostics;
using System.Reflection;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Builds of the package on one schema, the newer ones with a step more, deployed one host after the other while the feed goes on.
/// </summary>
public sealed class RollingUpgradeTests
{
    private static readonly string Project = Assembly
        .GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Host")
        .Value!;

    [Test]
    public async Task Hosts_of_two_schema_versions_work_side_by_side_and_lose_nothing()
    {
        string next = Build("NextSchema");
        using Scene scene = await Scene.StartAsync(SharedCluster.Server);
        await scene.GoOnAsync(30);
        for (int number = 0; number < scene.Hosts; number++)
        {
            await scene.UpgradeAsync(number, next);
            await scene.GoOnAsync(30);
        }

        // And back: the step was one that older hosts survive.
        await scene.UpgradeAsync(0, ChildHost.ThisBuild);
        await scene.GoOnAsync(30);
        Assert.That(scene.Store.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(9001));
        Assert.That(
            scene.Store.Ask<string>("SELECT string_agg(schema_version::text, ',' ORDER BY term) FROM hosts"),
            Is.EqualTo($"9001,9001,{PostgreSqlSchema.Version}")
        );
        await scene.VerifyAsync();
    }

    [Test]
    public async Task A_build_whose_step_would_break_running_hosts_is_refused_until_they_are_gone_and_then_they_are()
    {
        (string next, string contract) = (Build("NextSchema"), Build("ContractSchema"));
        using Scene scene = await Scene.StartAsync(SharedCluster.Server, hosts: 2);
        await scene.GoOnAsync(20);
        Assert.That(await scene.RefusedAsync(contract), Does.Contain("9002-contract.sql would break").And.Contain("Update them first"));
        Assert.That(
            scene.Store.Ask<int>("SELECT max(version) FROM schema_version"),
            Is.EqualTo(PostgreSqlSchema.Version),
            "both steps or none"
        );

        // Half of them are enough for the first step, and not for the second.
        await scene.UpgradeAsync(0, next);
        Assert.That(await scene.RefusedAsync(contract), Does.Contain("would break 1 running host"));
        await scene.GoOnAsync(20);
        await scene.UpgradeAsync(1, next);
        await scene.UpgradeAsync(0, contract);
        Assert.That(scene.Store.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(9002));
        Assert.That(await scene.RefusedAsync(ChildHost.ThisBuild), Does.Contain("Update CustomerTouchpoints.PostgreSql on this host"));
        await scene.GoOnAsync(20);
        await scene.VerifyAsync();
    }

    /// <summary>The host program in a build of its own, in folders beside this one.</summary>
    private static string Build(string configuration)
    {
        using Process build = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["build", Project, "-c", configuration, "--no-restore", "-v", "quiet", "-nologo", "-p:RunAnalyzers=false"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, output);
        return Path.Combine(Path.GetDirectoryName(Project)!, "bin", configuration, "net10.0", "CustomerTouchpoints.PostgreSql.Host.dll");
    }
}
