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
        (Victim Victim, string Part)[] patients = [(closed, ""), (killed, ""), (killed, "-wal"), (checkpointed, ""), (checkpointed, "-wal")];
        var outcomes = new List<(Outcome Outcome, string Words)>();
        for (int seed = 0; seed < 200; seed++)
        {
            (Victim victim, string part) = patients[seed % patients.Length];
            outcomes.Add(await TryAsync(victim, part, seed, unnoticed: false));
        }

        Assert.That(outcomes.Where(outcome => outcome.Outcome == Outcome.Wrong).Select(outcome => outcome.Words), Is.Empty, Counted(outcomes));
    }

    [Test]
    public async Task What_a_disk_forgets_by_itself_is_refused_when_it_is_read_or_found_by_looking_through_the_file()
    {
        using Victim closed = await Victim.ClosedAsync();
        var outcomes = new List<(Outcome Outcome, string Words)>();
        var hidden = new List<string?>();
        for (int seed = 1000; seed < 1100; seed++)
        {
            outcomes.Add(await TryAsync(closed, "", seed, unnoticed: true));
            if (outcomes[^1].Outcome == Outcome.Wrong)
            {
                using StoreFolder folder = closed.Damage("", seed, unnoticed: true).Folder;
                hidden.Add(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"));
            }
        }

        TestContext.Out.WriteLine(Counted(outcomes));
        Assert.That(hidden, Has.All.Not.Null, Counted(outcomes));
    }

    private static async Task<(Outcome Outcome, string Words)> TryAsync(Victim victim, string part, int seed, bool unnoticed)
    {
        (StoreFolder folder, string how) = victim.Damage(part, seed, unnoticed);
        using (folder)
        {
            (Outcome outcome, string words) = await Patient.TryAsync(folder, victim);
            TestContext.Out.WriteLine($"{how} -> {outcome}: {words}");
            return (outcome, $"{how} -> {outcome}: {words}");
        }
    }

    private static string Counted(List<(Outcome Outcome, string Words)> outcomes) =>
        string.Join(", ", outcomes.CountBy(outcome => outcome.Outcome).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}"));
}
