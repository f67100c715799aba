using System.Globalization;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>
/// The hosts of one store, one after the other: each tells what its predecessor has left, then news of its own, and is killed.
/// </summary>
internal sealed class Kills(string file, string server)
{
    private const int NewsOfAHost = 12;

    private readonly HashSet<string> acknowledged = [];
    private readonly HashSet<(string Key, int Attempt)> underWay = [];
    private string[] left = [];

    /// <summary>How many hosts were killed.</summary>
    public int Count { get; private set; }

    /// <summary>How many news there were.</summary>
    public int News { get; private set; }

    /// <summary>The attempts that were under way when their host was killed.</summary>
    public IReadOnlySet<(string Key, int Attempt)> UnderWay => underWay;

    /// <summary>A host dies at a place, while it tells its own news.</summary>
    public async Task KillAsync(string place)
    {
        string[] own = NextKeys();
        Bury(await CrashHost.RunAsync(Arguments(place, own)), own, place);
    }

    /// <summary>A host is killed some time after it has begun to tell its own news, unless it is faster.</summary>
    public async Task KillAsync(TimeSpan after)
    {
        string[] own = NextKeys();
        Bury(await CrashHost.RunAsync(Arguments("", own), killAfter: after), own, null);
    }

    /// <summary>A host dies while it goes on with what its predecessor has left.</summary>
    public async Task KillInRecoveryAsync(string place) => Bury(await CrashHost.RunAsync(Arguments("", []), crashAt: place), left, place);

    /// <summary>The last host is left alone, and ends once everything is told.</summary>
    public async Task EndAsync()
    {
        Life life = await CrashHost.RunAsync(Arguments("", []));
        Assert.That(life.ExitCode, Is.Zero, life.Error);
        CheckMemory(life);
        Assert.That(life.Acknowledged.Keys, Is.EquivalentTo(left));
    }

    private void Bury(Life life, string[] leaves, string? place)
    {
        Assert.That(
            life.WasKilled || (place is null && life.ExitCode == 0),
            Is.True,
            $"the host never came to {place}, or ended with {life.ExitCode}: {life.Error}"
        );
        CheckMemory(life);
        Count += life.WasKilled ? 1 : 0;
        acknowledged.UnionWith(life.Acknowledged.Keys);
        underWay.UnionWith(StoreFile.UnderWay(file));
        left = leaves;
    }

    private void CheckMemory(Life life) =>
        Assert.That(
            life.Acknowledged.Where(fact => fact.Value != "Duplicate" && acknowledged.Contains(fact.Key)),
            Is.Empty,
            "a fact was acknowledged, and is not known any more"
        );

    private string[] NextKeys()
    {
        int first = News;
        News += NewsOfAHost;
        return [.. Enumerable.Range(first, NewsOfAHost).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private string[] Arguments(string place, string[] own) => [file, server, place, string.Join(',', left), string.Join(',', own)];
}
