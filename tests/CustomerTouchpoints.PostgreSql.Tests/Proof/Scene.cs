using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Hosts in processes of their own on one schema, a feed that goes on whatever happens, and the receiving end that counts.
/// </summary>
internal sealed class Scene : IDisposable
{
    private const int LeaseMilliseconds = 2000;

    private readonly StoreSchema schema;
    private readonly string connectionString;
    private readonly Receiver receiver = new();
    private readonly ChildHost[] hosts;
    private int turn;

    private Scene(StoreSchema schema, string connectionString, int hosts)
    {
        this.schema = schema;
        this.connectionString = connectionString;
        this.hosts = [.. Enumerable.Range(0, hosts).Select(_ => NewHost(ChildHost.ThisBuild))];
        Feed = new Feed(Pick);
    }

    public Feed Feed { get; }

    public int Hosts => hosts.Length;

    public StoreSchema Store => schema;

    public static async Task<Scene> StartAsync(Cluster server, int hosts = 3, string? connectionString = null, int callers = 6)
    {
        var scene = new Scene(new StoreSchema(server), connectionString ?? server.ConnectionString, hosts);
        await Task.WhenAll(scene.hosts.Select(host => host.ReadyAsync()));
        scene.Feed.Start(callers);
        return scene;
    }

    public ChildHost this[int number] => hosts[number];

    /// <summary>The same schema on another server.</summary>
    public StoreSchema On(Cluster server) => new(server, schema.Name);

    /// <summary>Another host takes the place of one that was killed; it need not be ready yet.</summary>
    public void Replace(int number)
    {
        hosts[number].Dispose();
        hosts[number] = NewHost(ChildHost.ThisBuild);
    }

    /// <summary>One host stops, and another build of the program takes its place.</summary>
    public async Task UpgradeAsync(int number, string program)
    {
        await hosts[number].StopAsync();
        hosts[number].Dispose();
        hosts[number] = NewHost(program);
        await hosts[number].ReadyAsync();
    }

    /// <summary>One more host with a build of the program, which must not be able to start. What it says.</summary>
    public async Task<string> RefusedAsync(string program)
    {
        using ChildHost host = NewHost(program);
        return await host.RefusedAsync();
    }

    /// <summary>Waits until so many more facts were acknowledged: the story goes on.</summary>
    public async Task GoOnAsync(int facts)
    {
        int enough = Feed.Acknowledged.Count + facts;
        await Patience.UntilAsync(
            () => Feed.Acknowledged.Count >= enough,
            () => $"{facts} more facts to be acknowledged; refusals: {Words(Feed.Refusals)}"
        );
    }

    /// <summary>Lets the feed end and everything settle, and then checks what there is against what must be.</summary>
    public async Task VerifyAsync(StoreSchema? at = null)
    {
        StoreSchema store = at ?? schema;
        await Feed.EndAsync();
        long Open() => store.Ask<long>("SELECT count(*) FROM journeys WHERE due_at IS NOT NULL");
        await Patience.UntilAsync(() => Open() == 0, () => $"everything to settle; {Open()} journeys are open", seconds: 90);

        Arrival[] arrivals = [.. receiver.Arrivals];
        (string Fact, string Parcel, string Outcome)[] acknowledged = [.. Feed.Acknowledged];
        int parcels = acknowledged.Select(fact => fact.Parcel).Distinct().Count();
        ILookup<string, Arrival> byTouchpoint = arrivals.ToLookup(arrival => arrival.Touchpoint);
        await TestContext.Out.WriteLineAsync(
            $"{acknowledged.Length} facts of {parcels} parcels acknowledged, {arrivals.Length} messages arrived, "
                + $"{arrivals.Length - byTouchpoint.Count} of them repeats; refusals: {Words(Feed.Refusals)}"
        );
        Assert.Multiple(() =>
        {
            Assert.That(acknowledged.Select(fact => fact.Outcome), Is.All.EqualTo("Moved").Or.EqualTo("Duplicate"));
            Assert.That(
                acknowledged
                    .Where(fact => fact.Outcome == "Moved")
                    .GroupBy(fact => (fact.Fact, fact.Parcel))
                    .Where(group => group.Count() > 1),
                Is.Empty,
                "one transition acknowledged twice"
            );
            Assert.That(
                store.Ask<long>("SELECT count(*) FROM event_keys"),
                Is.EqualTo(acknowledged.Length),
                "every acknowledged fact is stored, once"
            );
            Assert.That(
                store.Ask<long>(
                    "SELECT count(*) FROM (SELECT 1 FROM journal WHERE kind = 'event' AND outcome = 'Moved' GROUP BY journey, name "
                        + "HAVING count(*) > 1) AS d"
                ),
                Is.Zero,
                "double transitions"
            );
            Assert.That(
                store.Ask<long>(
                    "SELECT count(*) FROM (SELECT 1 FROM journeys j JOIN journal r ON r.journey = j.id GROUP BY j.id, j.sequence HAVING "
                        + "count(*) <> j.sequence) AS d"
                ),
                Is.Zero,
                "journals with gaps"
            );
            Assert.That(
                arrivals.GroupBy(arrival => (arrival.Touchpoint, arrival.Attempt)).Where(group => group.Count() > 1),
                Is.Empty,
                "one attempt arrived twice"
            );
            Assert.That(
                byTouchpoint.Where(group => group.Count(arrival => !arrival.MayBeRepeat) > 1),
                Is.Empty,
                "repeats that are not flagged"
            );
            Assert.That(
                store.Ask<long>("SELECT count(*) FROM touchpoints"),
                Is.EqualTo(parcels * ParcelLifecycle.Templates.Count),
                "messages planned"
            );
            Assert.That(Missing(store, byTouchpoint), Is.Empty, "messages that never arrived");
            Assert.That(Excess(store, byTouchpoint), Is.Empty, "more repeats than attempts that were lost");
        });
    }

    public void Dispose()
    {
        foreach (ChildHost host in hosts)
        {
            host.Dispose();
        }

        receiver.Dispose();
        Feed.Dispose();
    }

    private static string Words(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));

    private static List<string> Missing(StoreSchema store, ILookup<string, Arrival> arrivals) =>
        [.. Touchpoints(store, "status NOT IN ('Unknown', 'InReview')").Where(told => !arrivals.Contains(told.Split(' ')[0]))];

    /// <summary>Each repeat belongs to an attempt that was under way when its host went.</summary>
    private static List<string> Excess(StoreSchema store, ILookup<string, Arrival> arrivals)
    {
        var lost = store
            .Ask<string[]>(
                "SELECT coalesce(array_agg(name), '{}') FROM journal WHERE kind = 'outcome' AND outcome IN ('Unknown', 'InReview')"
            )
            .GroupBy(name => name)
            .ToDictionary(name => name.Key, name => name.Count());
        return [.. arrivals.Where(group => group.Count() - 1 > lost.GetValueOrDefault(group.Key)).Select(group => group.Key)];
    }

    private static string[] Touchpoints(StoreSchema store, string condition) =>
        store.Ask<string[]>(
            $"""
            SELECT coalesce(array_agg(j.lifecycle || '/' || j.key || '~' || t.rule || '~' || t.occurrence || '~' || t.role
                || '~' || t.route || ' ' || t.status || ' ' || t.reason), array[]::text[])
            FROM touchpoints t JOIN journeys j ON j.id = t.journey WHERE {condition}
            """
        );

    private ChildHost NewHost(string program) =>
        ChildHost.Start(program, connectionString, schema.Name, $"{LeaseMilliseconds}", $"{receiver.Port}");

    private ChildHost? Pick()
    {
        ChildHost[] there = [.. hosts.Where(host => host.IsReady)];
        return there.Length == 0 ? null : there[(int)((uint)Interlocked.Increment(ref turn) % (uint)there.Length)];
    }
}
