using System.Globalization;
using CustomerTouchpoints.Load;
using CustomerTouchpoints.Load.ByHand;
using CustomerTouchpoints.Load.Growth;
using CustomerTouchpoints.Load.Sleeping;
using CustomerTouchpoints.Load.Stores;
using CustomerTouchpoints.Load.Ticks;
using CustomerTouchpoints.Load.Works;

// Figures are written alike wherever the bench runs.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

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

    return options.Growth ? await GrowAsync() : await CompareAsync();
}
finally
{
    folder.Delete(recursive: true);
}

async Task<int> GrowAsync()
{
    foreach (string name in options.Stores)
    {
        await using Store store = Opened(name);
        await new GrowthRun(options).RunAsync(store);
    }

    return 0;
}

Store Opened(string name) =>
    name == LoadOptions.PostgreSql ? PostgreSqlStore.Open(options.PostgreSqlServer) : new SqliteStore(folder.FullName);

async Task<int> CompareAsync()
{
    var run = new LoadRun(options);
    var table = new LoadTable(options.Json);
    OrderMail mail = await OrderMail.CompileAsync();
    bool isEven = true;
    foreach (string name in options.Stores)
    {
        await using Store store = Opened(name);
        foreach (IWork work in WorkList.Of(store, mail, options))
        {
            await run.WarmUpAsync(work);
            table.Begin(work);
            foreach (int callers in work.Callers(options.Callers))
            {
                Measurement found = await run.MeasureAsync(work, callers);
                table.Add(found);
                isEven &= found.IsEven;
            }
        }
    }

    if (!isEven)
    {
        Console.Error.WriteLine("The sides have not written the same number of rows; the figures compare nothing.");
    }

    return isEven ? 0 : 1;
}
