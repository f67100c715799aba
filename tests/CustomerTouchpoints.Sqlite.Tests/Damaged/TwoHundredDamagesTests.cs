namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>A file that was damaged holds what one of its commits left, or refuses. It never answers what was not true.</summary>
public sealed class TwoHundredDamagesTests
{
    [Test]
    public async Task Every_damage_leaves_a_committed_prefix_or_a_refusal_that_names_file_and_remedy()
    {
        using Victim closed = await Victim.ClosedAsync();
        using Victim killed = await Victim.KilledAsync();
        using Victim checkpointed = await Victim.KilledAfterCheckpointAsync();
        (Victim Victim, string Part)[] patients =
        [
            (closed, ""),
            (killed, ""),
            (killed, "-wal"),
            (checkpointed, ""),
            (checkpointed, "-wal"),
        ];
        var tried = new List<Tried>();
        for (int seed = 0; seed < 200; seed++)
        {
            (Victim victim, string part) = patients[seed % patients.Length];
            tried.Add(await TryAsync(victim, part, seed, unnoticed: false));
        }

        TestContext.Out.WriteLine(Counted(tried));

        // The floors keep the damage from missing what it is meant to hit.
        Assert.That(tried.Where(one => one.Outcome == Outcome.Wrong), Is.Empty, Counted(tried));
        Assert.That(tried.Count(one => one.Outcome == Outcome.Prefix), Is.GreaterThanOrEqualTo(60), Counted(tried));
        Assert.That(tried.Count(one => one.Outcome == Outcome.RefusedAtOpen), Is.GreaterThanOrEqualTo(70), Counted(tried));
        Assert.That(tried.Count(one => one.Outcome == Outcome.RefusedAtRead), Is.GreaterThanOrEqualTo(8), Counted(tried));
        Assert.That(
            tried.Count(one => one.Words.Contains("that has lost its end", StringComparison.Ordinal)),
            Is.GreaterThanOrEqualTo(1),
            "A log that lost its end."
        );
        Assert.That(
            tried
                .Where(one => one is { Outcome: Outcome.Prefix, How: var how } && how.Contains("-wal", StringComparison.Ordinal))
                .Select(one => one.Words)
                .Distinct()
                .Count(),
            Is.GreaterThanOrEqualTo(8),
            "Prefixes of different lengths."
        );
    }

    [Test]
    public async Task What_a_disk_forgets_by_itself_is_refused_when_it_is_read_or_found_by_looking_through_the_file()
    {
        using Victim closed = await Victim.ClosedAsync();
        var tried = new List<Tried>();
        var hidden = new List<string?>();
        for (int seed = 1000; seed < 1100; seed++)
        {
            tried.Add(await TryAsync(closed, "", seed, unnoticed: true));
            if (tried[^1].Outcome == Outcome.Wrong)
            {
                using StoreFolder folder = closed.Damage("", seed, unnoticed: true).Folder;
                hidden.Add(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"));
            }
        }

        TestContext.Out.WriteLine($"{Counted(tried)} {tried.Find(one => one.Outcome == Outcome.Wrong)}");

        // An entry of an index that is gone without a trace is all that reading can miss: once in more than a thousand.
        Assert.That(hidden, Has.Count.LessThanOrEqualTo(1), Counted(tried));
        Assert.That(hidden, Has.All.Not.Null, Counted(tried));
        Assert.That(tried.Count(one => one.Outcome == Outcome.RefusedAtRead), Is.GreaterThanOrEqualTo(40), Counted(tried));
    }

    private static async Task<Tried> TryAsync(Victim victim, string part, int seed, bool unnoticed)
    {
        (StoreFolder folder, string how) = victim.Damage(part, seed, unnoticed);
        using (folder)
        {
            (Outcome outcome, string words) = await Patient.TryAsync(folder, victim);
            return new Tried(how, outcome, words);
        }
    }

    private static string Counted(List<Tried> tried) =>
        string.Join(", ", tried.CountBy(one => one.Outcome).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}"));

    private sealed record Tried(string How, Outcome Outcome, string Words)
    {
        public override string ToString() => $"{How} -> {Outcome}: {Words}";
    }
}
