using System.Globalization;

namespace CustomerTouchpoints.Load.Ticks;

/// <summary>
/// What a minute's tick costs with 100,000 open clocks, and whether clocks that have ended make it dearer: two files with the same open
/// ones, of which one has millions of ended ones as well, ticking in turns.
/// </summary>
/// <param name="folder">Where the files lie; they are filled once, and stay.</param>
internal sealed class TickRun(string folder)
{
    private const int Closed = 2_000_000;
    private const int Rounds = 7;
    private const int IdleTicks = 200;

    public async Task<int> RunAsync()
    {
        string[] files = [Path.Combine(folder, "clocks-open.db"), Path.Combine(folder, "clocks-open-and-ended.db")];
        foreach ((string file, int closed) in files.Zip([0, Closed]).Where(file => !File.Exists(file.First)))
        {
            Console.WriteLine(
                $"filling {file}: {TickedDesk.Minutes * TickedDesk.OpenPerMinute * DeskLifecycle.Clocks:N0} open clocks, {closed:N0} "
                    + "that have ended"
            );
            Directory.CreateDirectory(folder);
            await TickedDesk.FillAsync(file, closed);
        }

        await using TickedDesk lean = await TickedDesk.OpenAsync(files[0]);
        await using TickedDesk full = await TickedDesk.OpenAsync(files[1]);
        DateTimeOffset from = await BeginningAsync(lean, full);
        foreach (TickedDesk desk in (TickedDesk[])[lean, full])
        {
            // What an interrupted run has left.
            await desk.TickAsync(from.AddSeconds(-30));
        }

        var idle = new List<(double Lean, double Full)>();
        var warning = new List<(double Lean, double Full)>();
        for (int round = 0; round <= Rounds; round++)
        {
            DateTimeOffset at = from.AddMinutes(round);
            (double leanWarns, double fullWarns) = await BothAsync(lean, full, round, desk => WarnAsync(desk, at));
            (double leanIdles, double fullIdles) = await BothAsync(lean, full, round, desk => IdleAsync(desk, at));
            if (round == 0)
            {
                // The first round compiles what it runs.
                continue;
            }

            warning.Add((leanWarns, fullWarns));
            idle.Add((leanIdles, fullIdles));
        }

        Say("nothing due", idle, "µs");
        Say($"{TickedDesk.OpenPerMinute:N0} warn", warning, "ms");
        foreach ((string file, TickedDesk desk) in files.Zip([lean, full]))
        {
            (int open, int ended) = await desk.CountAsync();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(file)}: {open:N0} open clocks, {ended:N0} that have ended, {new FileInfo(file).Length / 1e6:N0} MB"
                )
            );
        }

        return 0;
    }

    /// <summary>The first minute in which clocks warn that have not warned in an earlier run on these files.</summary>
    private static async Task<DateTimeOffset> BeginningAsync(TickedDesk lean, TickedDesk full)
    {
        DateTimeOffset written =
            await lean.LastWrittenAsync() is var one && await full.LastWrittenAsync() is var other && one > other ? one : other;
        DateTimeOffset first = TickedDesk.Opening + DeskLifecycle.WarnsAfter;
        while (first <= written)
        {
            first = first.AddMinutes(1);
        }

        DateTimeOffset last = TickedDesk.Opening.AddMinutes(TickedDesk.Minutes - 1) + DeskLifecycle.WarnsAfter;
        return first.AddMinutes(Rounds) <= last
            ? first
            : throw new InvalidOperationException($"The clocks of these files have warned. Remove them, and they are filled anew.");
    }

    private static async Task<(double Lean, double Full)> BothAsync(
        TickedDesk lean,
        TickedDesk full,
        int round,
        Func<TickedDesk, Task<double>> measure
    )
    {
        if (round % 2 == 0)
        {
            return (await measure(lean), await measure(full));
        }

        double second = await measure(full);
        return (await measure(lean), second);
    }

    private static async Task<double> WarnAsync(TickedDesk desk, DateTimeOffset at)
    {
        (TimeSpan took, int warned) = await desk.TickAsync(at);
        return warned == TickedDesk.OpenPerMinute
            ? took.TotalMilliseconds
            : throw new InvalidOperationException($"{warned} clocks have warned at {at:O}, and {TickedDesk.OpenPerMinute} should have.");
    }

    private static async Task<double> IdleAsync(TickedDesk desk, DateTimeOffset at)
    {
        TimeSpan took = TimeSpan.Zero;
        for (int i = 1; i <= IdleTicks; i++)
        {
            took += (await desk.TickAsync(at.AddSeconds(i * 0.1))).Took;
        }

        return took.TotalMicroseconds / IdleTicks;
    }

    private static void Say(string what, List<(double Lean, double Full)> found, string unit)
    {
        double[] ratios = [.. found.Select(each => each.Full / each.Lean).Order()];
        double ratio = ratios[ratios.Length / 2];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -12} {Median(found.Select(each => each.Lean)), 9:N1} {unit} with none ended "
                    + $"{Median(found.Select(each => each.Full)), 9:N1} {unit} with {Closed:N0} ended, ratio {ratio:N2}, spread "
                    + $"{(ratios[^1] - ratios[0]) / ratio:P0}"
            )
        );
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
