using System.Globalization;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>The hosts of one store, one after the other: those that are killed, and those that go on where they were.</summary>
internal sealed class Kills(string file, int port)
{
    private readonly HashSet<string> acknowledged = [];
    private readonly HashSet<(string Key, int Attempt)> underWay = [];

    public int Count { get; private set; }

    /// <summary>The attempts that were under way when their host was killed.</summary>
    public IReadOnlySet<(string Key, int Attempt)> UnderWay => underWay;

    /// <summary>Starts a host that dies at a place, and looks at what it has left.</summary>
    public async Task KillAsync(string[] keys, string place)
    {
        Life life = await CrashHost.RunAsync(Arguments(keys), crashAt: place);
        Assert.That(life.WasKilled, Is.True, $"the host never came to {place}, or ended with {life.ExitCode}: {life.Error}");
        Bury(life);
    }

    /// <summary>Starts a host and kills it a while later, unless it is faster.</summary>
    public async Task KillAsync(string[] keys, TimeSpan after)
    {
        Life life = await CrashHost.RunAsync(Arguments(keys), killAfter: after);
        Assert.That(life.WasKilled || life.ExitCode == 0, Is.True, life.Error);
        Bury(life);
    }

    /// <summary>Starts a host that is left alone: whatever was acknowledged it must know, and it ends once everything is sent.</summary>
    public async Task GoOnAsync(string[] keys)
    {
        Life life = await CrashHost.RunAsync(Arguments(keys));
        Assert.That(life.ExitCode, Is.Zero, life.Error);
        Assert.That(life.Acknowledged.Where(fact => fact.Value != "Duplicate" && acknowledged.Contains(fact.Key)), Is.Empty, "a fact was acknowledged, and is not known");
        Assert.That(life.Acknowledged.Keys, Is.EquivalentTo(keys));
    }

    private void Bury(Life life)
    {
        Count++;
        acknowledged.UnionWith(life.Acknowledged.Keys);
        underWay.UnionWith(StoreFile.UnderWay(file));
    }

    private string[] Arguments(string[] keys) => [file, port.ToString(CultureInfo.InvariantCulture), .. keys];
}
