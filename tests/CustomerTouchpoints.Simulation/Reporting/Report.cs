using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Invariants;
using CustomerTouchpoints.Simulation.Planting;
using CustomerTouchpoints.Simulation.Scheduling;
using CustomerTouchpoints.Simulation.Shrinking;

namespace CustomerTouchpoints.Simulation.Reporting;

/// <summary>Says how a campaign went: to people, and in one line to machines.</summary>
internal sealed class Report(Arguments arguments, IReadOnlyList<RunResult> results)
{
    /// <summary>Below so many seeds, that something was rare says nothing.</summary>
    private const int SeedsToJudge = 200;

    /// <summary>In so many seeds each planted bug has to be found.</summary>
    private const int SeedsToFindAll = 1000;

    private const int MostStories = 3;

    private readonly RunResult[] failed = [.. results.Where(result => result.Violation is not null)];

    /// <summary>What happened too seldom for the generators to be called fierce.</summary>
    private IReadOnlyList<string> Rare()
    {
        if (arguments.Seeds < SeedsToJudge)
        {
            return [];
        }

        Tally tally = Sum();
        int floor = arguments.Seeds / 20;
        return
        [
            .. Enum.GetValues<InjectedFault>()
                .Where(fault => CanHappen(fault) && tally.Of(fault) < floor)
                .Select(fault => fault.ToString()),
            .. Enum.GetValues<Sometimes>()
                .Where(condition => CanHappen(condition) && tally.Of(condition) < floor)
                .Select(condition => condition.ToString()),
        ];
    }

    public void Print()
    {
        Tally tally = Sum();
        foreach (InjectedFault fault in Enum.GetValues<InjectedFault>().Where(CanHappen))
        {
            Console.WriteLine($"fault      {fault, -24} {tally.Of(fault), 10}");
        }

        foreach (Sometimes condition in Enum.GetValues<Sometimes>().Where(CanHappen))
        {
            Console.WriteLine($"sometimes  {condition, -24} {tally.Of(condition), 10}");
        }

        foreach (RunResult result in failed.Take(MostStories))
        {
            Console.WriteLine(
                $"\nseed {result.Seed} on {StoreOf(result)} broke \"{result.Violation!.Invariant}\" after {result.Steps} steps. Its "
                    + "shortest story:"
            );
            foreach (string line in Shrinker.Shrink(result).Trace.Lines)
            {
                Console.WriteLine($"  {line}");
            }

            Console.WriteLine(
                $"Again: dotnet run -c Release --project tests/CustomerTouchpoints.Simulation -- --seeds 1 --first {result.Seed} "
                    + $"--store {StoreOf(result)} --unplanted"
            );
        }

        foreach (RunResult result in failed.Skip(MostStories))
        {
            Console.WriteLine($"seed {result.Seed} on {StoreOf(result)} broke \"{result.Violation!.Invariant}\": {result.Violation.What}");
        }

        foreach (string what in Rare())
        {
            Console.WriteLine($"{what} was rarer than once in twenty seeds: the generators are not fierce enough.");
        }
    }

    /// <summary>Says the last word, and whether all is well.</summary>
    public bool Conclude(PlantedResult planted)
    {
        bool isWell = failed.Length == 0 && Rare().Count == 0 && (arguments.Seeds < SeedsToFindAll || planted.Found == planted.Total);
        Console.WriteLine(
            $"{(isWell ? "All is well" : "All is not well")}: {results.Count} runs, {failed.Length} violations, {planted.Found} of "
                + $"{planted.Total} planted bugs found, trace {TraceHash()}"
        );
        if (arguments.Json)
        {
            Console.WriteLine(Json(planted));
        }

        return isWell;
    }

    private string Json(PlantedResult planted)
    {
        Tally tally = Sum();
        return JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["seeds"] = arguments.Seeds,
                ["simulated_days"] = Math.Round(tally.Days, 1),
                ["faults"] = tally.Faults,
                ["events"] = tally.Events,
                ["messages"] = tally.Messages,
                ["duplicates_flagged"] = tally.DuplicatesFlagged,
                ["lost"] = Count(Answers.Lost),
                ["double_transitions"] = Count(Answers.Twice),
                ["unflagged_duplicates"] = Count(Sends.Flagged),
                ["violations"] = failed.Length,
                ["planted_found"] = planted.Found,
                ["planted_total"] = planted.Total,
            }
        );
    }

    /// <summary>One hash of all runs: equal whenever the same seeds run again.</summary>
    private string TraceHash() =>
        results
            .Aggregate(0UL, (hash, result) => (hash * 1099511628211UL) ^ result.Trace.Hash)
            .ToString("x16", CultureInfo.InvariantCulture);

    private static string StoreOf(RunResult result) => result.Store.ToString().ToLowerInvariant();

    private int Count(string invariant) => failed.Count(result => result.Violation!.Invariant == invariant);

    private Tally Sum()
    {
        var sum = new Tally();
        foreach (RunResult result in results)
        {
            sum.Add(result.Tally);
        }

        return sum;
    }

    /// <summary>Files tear and memory is taken over; not the other way round.</summary>
    private bool CanHappen(InjectedFault fault) =>
        fault switch
        {
            InjectedFault.None => false,
            InjectedFault.TornBatch => arguments.Stores.Contains(Hosting.StoreKind.Sqlite),
            InjectedFault.LeaseLost => arguments.Stores.Contains(Hosting.StoreKind.Memory),
            _ => true,
        };

    private bool CanHappen(Sometimes condition) =>
        condition != Sometimes.SentByOvertakenHost || arguments.Stores.Contains(Hosting.StoreKind.Memory);
}
