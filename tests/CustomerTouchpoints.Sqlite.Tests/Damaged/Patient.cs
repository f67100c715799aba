using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>Opens a damaged file, reads everything in it, goes on with it, and says what came of that.</summary>
internal static class Patient
{
    private static readonly JourneyId Fresh = "order/afterwards";

    public static async Task<(Outcome Outcome, string Words)> TryAsync(StoreFolder folder, Victim victim)
    {
        Outcome refused = Outcome.RefusedAtOpen;
        try
        {
            List<string> read;
            await using (SqliteTouchpointStore store = Connect(folder, SqliteCheckAtOpen.WhenChanged))
            {
                await store.OpenAsync(default);
                refused = Outcome.RefusedAtRead;
                read = await Contents.ReadAsync(store, victim.Story);
                if (!victim.States.Exists(state => state.SequenceEqual(read)))
                {
                    return (Outcome.Wrong, Difference(read, victim.States[^1]));
                }

                refused = Outcome.RefusedGoingOn;
                await GoOnAsync(store, victim.Story);
            }

            await using SqliteTouchpointStore again = Connect(folder, SqliteCheckAtOpen.Always);
            await again.OpenAsync(default);
            List<string> later = await Contents.ReadAsync(again, victim.Story);
            JourneyId touched = victim.Story.Journeys[0];
            return Untouched(later, touched).SequenceEqual(Untouched(read, touched))
                ? (
                    Outcome.Prefix,
                    $"as after commit {victim.States.FindLastIndex(state => state.SequenceEqual(read)) + 1} of {victim.States.Count}"
                )
                : (Outcome.Wrong, $"After it went on: {Difference(later, read)}");
        }
        catch (StoreUnavailableException refusal) when (IsClear(refusal.Message, folder))
        {
            return (refused, refusal.Message.Replace(folder.Database, "FILE", StringComparison.Ordinal));
        }
#pragma warning disable CA1031 // Whatever else it throws is what the test is about.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return (Outcome.Wrong, $"{refused}: {failure}");
        }
    }

    private static SqliteTouchpointStore Connect(StoreFolder folder, SqliteCheckAtOpen check) =>
        folder.Connect(options =>
        {
            options.CheckAtOpen = check;
            options.Synchronous = SqliteSynchronous.Normal;
        });

    private static bool IsClear(string refusal, StoreFolder folder) =>
        refusal.Contains(folder.Database, StringComparison.Ordinal)
        && (
            refusal.Contains("restore a backup", StringComparison.Ordinal)
            || refusal.Contains("Update CustomerTouchpoints.Sqlite", StringComparison.Ordinal)
        );

    /// <summary>One journey more, and one entry more in a journey that is there.</summary>
    private static async Task GoOnAsync(SqliteTouchpointStore store, Story story)
    {
        JourneyId known = story.Journeys[0];
        JourneyRow row = (await store.ReadJourneysAsync([known], default))[0];
        BatchWrites writes = Some.Journeys(Fresh) with { ChangedJourneys = [row with { Sequence = row.Sequence + 1 }] };
        await Some.CommitAsync(store, writes with { Journal = [.. writes.Journal, Some.Entry(known, row.Sequence + 1)] });
        Assert.That(await store.ReadJournalAsync(known, default), Has.Count.EqualTo(row.Sequence + 1));
        Assert.That(await store.ReadJournalAsync(Fresh, default), Has.Count.EqualTo(1));
    }

    private static IEnumerable<string> Untouched(List<string> lines, JourneyId touched) =>
        lines.Where(line =>
            !line.Contains($" {touched}:", StringComparison.Ordinal)
            && !line.Contains($" {Fresh}:", StringComparison.Ordinal)
            && !line.StartsWith("high water", StringComparison.Ordinal)
            && !line.StartsWith("census", StringComparison.Ordinal)
        );

    private static string Difference(List<string> read, List<string> expected) =>
        $"""
            unlike any state; against the last one it lacks
              {string.Join("\n  ", expected.Except(read).Select(Short).Take(5))}
            and has
              {string.Join("\n  ", read.Except(expected).Select(Short).Take(5))}
            """;

    private static string Short(string line) => line.Length > 160 ? line[..160] : line;
}
