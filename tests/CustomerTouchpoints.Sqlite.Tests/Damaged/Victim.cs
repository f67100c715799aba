using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>The files of a store with a past, and what it held after each of its commits.</summary>
internal sealed class Victim : IDisposable
{
    private static readonly string[] Parts = ["", "-wal", "-owner"];

    private readonly StoreFolder folder = new();

    private Victim(string name) => Name = name;

    public string Name { get; }

    public Story Story { get; } = new(7);

    /// <summary>What it held after each commit that can still be the last one.</summary>
    public List<List<string>> States { get; } = [];

    public bool HasLog => File.Exists(folder.Database + "-wal");

    /// <summary>Closed in good order: there is no log any more.</summary>
    public static Task<Victim> ClosedAsync() => MakeAsync("closed", commits: 45, later: 0, checkpoint: false);

    /// <summary>Killed: the last commits are in the log only.</summary>
    public static Task<Victim> KilledAsync() => MakeAsync("killed", commits: 30, later: 15, checkpoint: false);

    /// <summary>Killed after a checkpoint: what is in the log is in the file, too, and the log still counts.</summary>
    public static Task<Victim> KilledAfterCheckpointAsync() =>
        MakeAsync("killed after a checkpoint", commits: 30, later: 15, checkpoint: true);

    /// <summary>A copy in a folder of its own.</summary>
    /// <param name="damaged">The part to damage: "" for the file itself, "-wal" for its log.</param>
    /// <param name="seed">How.</param>
    /// <param name="unnoticed">Whether the times on disk stay, as when a disk forgets by itself.</param>
    public (StoreFolder Folder, string How) Damage(string damaged, int seed, bool unnoticed = false)
    {
        var copy = new StoreFolder();
        foreach (string part in Parts.Where(part => File.Exists(folder.Database + part)))
        {
            File.Copy(folder.Database + part, copy.Database + part);
            File.SetLastWriteTimeUtc(copy.Database + part, File.GetLastWriteTimeUtc(folder.Database + part));
        }

        string how = Wound.Inflict(copy.Database + damaged, seed);
        if (unnoticed)
        {
            File.SetLastWriteTimeUtc(copy.Database, File.GetLastWriteTimeUtc(folder.Database));
        }

        return (copy, $"{Name}, {how}");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<Victim> MakeAsync(string name, int commits, int later, bool checkpoint)
    {
        var victim = new Victim(name);
        using var live = new StoreFolder();
        SqliteTouchpointStore store = later == 0 ? await victim.folder.OpenAsync() : await live.OpenAsync();
        for (int i = 0; i < commits; i++)
        {
            await victim.Story.CommitAsync(store, term: 1);
            if (i % 8 == 0)
            {
                using SqliteConnection host = (later == 0 ? victim.folder : live).ConnectHost();
                await victim.Story.EnlistAsync(store, host);
            }
        }

        if (later > 0)
        {
            await store.DisposeAsync();
            store = await live.OpenAsync();
            victim.States.Add(await Contents.ReadAsync(store, victim.Story));
            for (int i = 0; i < later; i++)
            {
                if (i % 4 == 0)
                {
                    using SqliteConnection host = live.ConnectHost();
                    await victim.Story.EnlistAsync(store, host);
                    victim.States.Add(await Contents.ReadAsync(store, victim.Story));
                }

                await victim.Story.CommitAsync(store, term: 2);
                victim.States.Add(await Contents.ReadAsync(store, victim.Story));
            }

            if (checkpoint)
            {
                Some.Number(store.Writer, "PRAGMA wal_checkpoint(PASSIVE)");
            }

            // What a kill leaves: the files as they are while the owner still runs.
            File.Copy(live.Database, victim.folder.Database);
            File.Copy(live.Database + "-wal", victim.folder.Database + "-wal");
        }
        else
        {
            victim.States.Add(await Contents.ReadAsync(store, victim.Story));
        }

        await store.DisposeAsync();
        return victim;
    }
}
