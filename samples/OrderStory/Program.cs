using System.Data.Common;
using System.Globalization;
using System.Text;
using CustomerTouchpoints;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrderStory;
using OrderStory.Channels;
using OrderStory.Feed;
using OrderStory.Shop;
using OrderStory.Telling;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
IAnsiConsole console = AnsiConsole.Console;
console.Profile.Width = Console.IsOutputRedirected ? 110 : Math.Min(console.Profile.Width, 110);
console.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

StoryOptions options;
try
{
    options = StoryOptions.Parse(args);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

if (options.ShowHelp)
{
    Console.WriteLine(StoryOptions.Help);
    return 0;
}

try
{
    await TellAsync();
    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. Run it again, and the story goes on where it was.");
    return 1;
}
catch (Exception fault)
    when (fault
            is IOException
                or UnauthorizedAccessException
                or StoreUnavailableException
                or InvalidSetupException
                or OptionsValidationException
    )
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

async Task TellAsync()
{
    using StreamReader file = File.OpenText(options.Feed);
    string folder = Directory.CreateDirectory(options.Out).FullName;
    var customers = ShopCustomers.Read(Path.Combine(AppContext.BaseDirectory, "customers.json"));
    var clock = new StoryClock();
    var log = new StoryLog();
    var narrator = new Narrator(console, log);

    HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
    if (!options.Live)
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
    }

    // All that a shop says to be told apart from any other: what can happen, to whom, in which words, by which ways.
    builder.Services.AddCustomerTouchpoints(touchpoints =>
        touchpoints
            .AddLifecycle<OrderLifecycle>()
            .UseCustomers(customers)
            .AddTemplates("Messages")
            .UseBrand(LumenCameras.Describe)
            .ConfigureMessages(StepNames.Describe)
            .AddMail(options.Smtp, Path.Combine(folder, "mail"))
            .AddChannel(Channel.Sms, _ => new TextMessages(Path.Combine(folder, "sms")))
            .UseSqlite(new DbConnectionStringBuilder { ["Data Source"] = Path.Combine(folder, "touchpoints.db") }.ConnectionString)
            .Configure(engine => engine.RunWorkers = options.Live)
    );

    console.MarkupLine(
        $"[bold]Lumen Cameras[/] reads {Plain.Text(Path.GetFileName(options.Feed))}, tells its customers, and keeps everything in "
            + $"{Plain.Text(options.Out)}. Times are UTC."
    );
    using IHost host = builder.Build();
    await host.StartAsync();
    CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    var touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
    HashSet<CustomerId> heardOf = [.. customers.All.Select(customer => customer.Id)];
    IEnumerable<FeedLine> feed = FeedReader
        .Read(file)
        .Select(line =>
        {
            if (line.Fact?.Customer is { } customer)
            {
                heardOf.Add(customer);
            }

            return line;
        });

    await (
        options.Live
            ? new LiveStory(touchpoints, narrator, () => heardOf).TellAsync(feed, stopping)
            : new Story(host.Services.GetRequiredService<TouchpointsEngine>(), touchpoints, clock, narrator).TellAsync(feed, stopping)
    );

    console.WriteLine();
    console.MarkupLine(
        $"[bold]What became of each order[/], in its customer's own time; {Messages.Mail} a mail, {Messages.Text} a text message, "
            + $"{TimelineView.NotSent} not sent"
    );
    var timelines = new List<Timeline>();
    foreach (CustomerId customer in heardOf)
    {
        Timeline timeline = await touchpoints.TimelineAsync(customer, stopping);
        if (timeline.Entries.Count > 0)
        {
            timelines.Add(timeline);
            TimelineView.Show(console, timeline, customers.Find(customer));
        }
    }

    ReasonsView.Show(console, timelines, narrator.LedNowhere);
    TotalsView.Show(console, narrator, timelines, options);
    await host.StopAsync();
}
