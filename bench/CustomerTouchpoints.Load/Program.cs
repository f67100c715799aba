using System.Text.Json;
using CustomerTouchpoints.Load;
using CustomerTouchpoints.Load.Sleeping;
using CustomerTouchpoints.Load.Ticks;
using CustomerTouchpoints.Load.Work;

LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

if (options.ShowHelp)
{
    Console.WriteLine(LoadOptions.Help);
    return 0;
}

if (options.AsleepIn is { } asleep)
{
    await new WakeUp(asleep).MeasureAsync();
    return 0;
}

if (options.Ticks is { } ticks)
{
    return await new TickRun(ticks).RunAsync();
}

DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"touchpoints-load-{Environment.ProcessId}"));
try
{
    if (options.WakeUp is { } orders)
    {
        return await new WakeUp(Path.Combine(folder.FullName, "asleep.db")).RunAsync(orders);
    }

    var run = new LoadRun(options, folder.FullName);
    await run.WarmUpAsync();
    Say($"{"callers",7} {"ours/s",9} {"by hand/s",9} {"ratio",6} {"spread",6} {"p50 ms",7} {"p99 ms",7} {"of raw",6} {"ours µs",8} {"hand µs",8} {"ours kB",8} {"hand kB",8}");
    bool isEven = true;
    foreach (int callers in options.Callers)
    {
        Measurement found = await run.MeasureAsync(callers);
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, MeasurementJson.Default.Measurement));
        }

        Say($"{callers,7} {found.OursPerSecond,9:N0} {found.PeerPerSecond,9:N0} {found.Ratio,6:N2} {found.Spread,6:P0} {found.OursP50Ms,7:N2} {found.OursP99Ms,7:N2} {found.RawShare,6:P0} {found.OursCpuUs,8:N0} {found.PeerCpuUs,8:N0} {found.OursBytes / 1000,8:N1} {found.PeerBytes / 1000,8:N1}");
        Say($"{"",7} ours    {found.OursRows}");
        Say($"{"",7} by hand {found.PeerRows}");
        isEven &= found.OursRows == found.PeerRows;
    }

    if (!isEven)
    {
        Console.Error.WriteLine("The sides have not written the same number of rows; the figures compare nothing.");
    }

    return isEven ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

void Say(string line)
{
    if (!options.Json)
    {
        Console.WriteLine(line);
    }
}
