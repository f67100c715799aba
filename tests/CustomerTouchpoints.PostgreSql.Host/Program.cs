using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// A host of its own process: <connection string> <schema> <lease in ms> <port of the receiving end>, and its rates, each as <most>/<ms>.
// Each line of its input is a fact to raise, "name parcel customer", or moves its clock, "clock seconds"; each line of its output says what
// came of a fact. The end of its input stops it.
string templates = Directory.CreateTempSubdirectory("touchpoints-host-").FullName;
ParcelLifecycle.WriteTemplates(templates);
HostApplicationBuilder builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
var clock = new MovedClock();
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddCustomerTouchpoints(touchpoints =>
    touchpoints
        .AddLifecycle<ParcelLifecycle>()
        .AddTemplates(templates)
        .UseCustomers(new StubDirectory("email"))
        .AddChannel("email", _ => new WireSender(int.Parse(args[3], CultureInfo.InvariantCulture)), AddRates)
        .UsePostgreSql(
            args[0],
            postgreSql =>
            {
                postgreSql.Schema = args[1];
                postgreSql.Lease = TimeSpan.FromMilliseconds(int.Parse(args[2], CultureInfo.InvariantCulture));
                postgreSql.LockTimeout = TimeSpan.FromSeconds(5);
            }
        )
);
using IHost host = builder.Build();
await host.StartAsync();
ICustomerTouchpoints touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } line)
{
    string[] words = line.Split(' ');
    if (words[0] == "clock")
    {
        clock.Move(TimeSpan.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture)));
        continue;
    }

    _ = RaiseAsync(words[0], words[1], words[2]);
}

await host.StopAsync();
Directory.Delete(templates, recursive: true);

void AddRates(ChannelOptions options)
{
    foreach (string[] rate in args.Skip(4).Select(rate => rate.Split('/')))
    {
        options.Rates.Add(
            new SendRate(
                int.Parse(rate[0], CultureInfo.InvariantCulture),
                TimeSpan.FromMilliseconds(int.Parse(rate[1], CultureInfo.InvariantCulture))
            )
        );
    }
}

async Task RaiseAsync(string name, string parcel, string customer)
{
    string outcome;
    try
    {
        outcome = (await touchpoints.RaiseAsync(ParcelLifecycle.Fact(name, parcel, customer))).Outcome.ToString();
    }
#pragma warning disable CA1031 // Whatever it is, the feed hears that this fact is not acknowledged.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        outcome = $"!{exception.GetType().Name}";
    }

    Console.WriteLine($"{name} {parcel} {outcome}");
}
