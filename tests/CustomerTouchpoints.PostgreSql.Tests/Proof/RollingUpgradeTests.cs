using System.Diagnostics;
using System.Reflection;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>Two builds of the package on one schema, the newer with a step more, deployed one host after the other while the feed goes on.</summary>
public sealed class RollingUpgradeTests
{
    private static readonly string Project = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Host").Value!;

    [Test]
    public async Task Hosts_of_two_schema_versions_work_side_by_side_and_lose_nothing()
    {
        string next = BuildNext();
        using Scene scene = await Scene.StartAsync(SharedCluster.Server);
        await scene.GoOnAsync(30);
        for (int number = 0; number < scene.Hosts; number++)
        {
            await scene[number].StopAsync();
            scene.Replace(number, next);
            await scene[number].ReadyAsync();
            await scene.GoOnAsync(30);
        }

        // And back: the step was one that older hosts survive.
        await scene[0].StopAsync();
        scene.Replace(0);
        await scene[0].ReadyAsync();
        await scene.GoOnAsync(30);
        Assert.That(scene.Store.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(9001));
        Assert.That(scene.Store.Ask<string>("SELECT string_agg(schema_version::text, ',' ORDER BY term) FROM hosts"), Is.EqualTo($"9001,9001,{PostgreSqlSchema.Version}"));
        await scene.VerifyAsync();
    }

    /// <summary>The host program in its next build, in folders of its own beside this one.</summary>
    private static string BuildNext()
    {
        using Process build = Process.Start(new ProcessStartInfo("dotnet", ["build", Project, "-c", "NextSchema", "--no-restore", "-v", "quiet", "-nologo", "-p:RunAnalyzers=false"])
        {
            RedirectStandardOutput = true,
        })!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, output);
        return Path.Combine(Path.GetDirectoryName(Project)!, "bin", "NextSchema", "net10.0", "CustomerTouchpoints.PostgreSql.Host.dll");
    }
}
