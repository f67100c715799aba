using System.Globalization;
using System.Text;
using CustomerTouchpoints;
using CustomerTouchpoints.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;
using SupportDesk;
using SupportDesk.Desk;
using SupportDesk.Reading;
using SupportDesk.Reporting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

DeskOptions options;
try
{
    options = DeskOptions.Parse(args);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

if (options.ShowHelp)
{
    Console.WriteLine(DeskOptions.Help);
    return 0;
}

try
{
    await ReplayAsync();
    return 0;
}
catch (InputException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

async Task ReplayAsync()
{
    DeskMap map = MapReader.Read(options.Map);
    IReadOnlyList<LogRow> rows = LogReader.Read(options.Log, options.Columns, map.Zone);
    var clock = new LogClock(rows.Select(row => row.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Min());

    HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddSingleton<TimeProvider>(clock);

    // No templates and no channels: history is measured, and nobody is told.
    builder.Services.AddCustomerTouchpoints(touchpoints =>
        touchpoints
            .AddLifecycle(_ => new InquiryLifecycle(map))
            .UseCustomers(new NobodyIsTold())
            .UseInMemoryStore()
            .Configure(engine => engine.RunWorkers = false)
    );
    using IHost host = builder.Build();

    var touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
    BackTest? backTest = options.Estimate ? new BackTest() : null;
    var replay = new Replay(host.Services.GetRequiredService<TouchpointsEngine>(), touchpoints, clock, map, backTest);
    DeskHistory history = await replay.RunAsync(rows, CancellationToken.None);
    IAnsiConsole console = AnsiConsole.Console;
    console.Profile.Width = Console.IsOutputRedirected ? 120 : Math.Min(console.Profile.Width, 120);
    console.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
    if (backTest is not null)
    {
        EstimateFigures estimates = EstimateFigures.Of(backTest);
        if (options.Json)
        {
            Console.WriteLine(JsonLine.Of(estimates));
            return;
        }

        new EstimateView(console).Show(Path.GetFileName(options.Log), estimates);
        return;
    }

    DeskFigures figures = DeskFigures.Of(history, map);
    if (options.Json)
    {
        Console.WriteLine(JsonLine.Of(figures));
        return;
    }

    var report = new ReportView(console, map);
    report.Show(Path.GetFileName(options.Log), rows, history, figures);
    if (report.Longest(history).FirstOrDefault() is { } longest && await touchpoints.ExplainAsync(longest.BusinessTime.Id) is { } ledger)
    {
        report.ShowLedger(ledger);
    }

    report.ShowSpeed(history, figures);
}
