using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.CrashHost;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Arguments: the store's file, the mail server's port (0: a sender that one message kills), and the keys of the news to tell.
string store = args[0];
int port = int.Parse(args[1], CultureInfo.InvariantCulture);
string[] keys = args[2..];

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddCustomerTouchpoints(touchpoints =>
{
    touchpoints.AddLifecycle<NewsLifecycle>().AddCustomers<Readers>().AddTemplates(Path.Combine(AppContext.BaseDirectory, "Messages")).UseSqlite($"Data Source={store}");
    if (port == 0)
    {
        touchpoints.AddChannel(Channel.Email, _ => new PoisonSender("poison"));
    }
    else
    {
        touchpoints.AddSmtpEmail(
            smtp =>
            {
                smtp.Host = "localhost";
                smtp.Port = port;
                smtp.RequireTls = false;
            },
            email => email.From = new MessageAddress("news@lumen.example"));
    }
});

using IHost host = builder.Build();
await host.StartAsync();
await Console.Out.WriteLineAsync("started");

// Several callers, so that some facts share a commit and there are several commits.
var touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
const int callers = 3;
await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
{
    foreach (string key in keys.Where((_, place) => place % callers == caller))
    {
        RaiseResult result = await touchpoints.RaiseAsync(new IncomingEvent
        {
            Journey = new JourneyId("news", key),
            Name = NewsLifecycle.Fact,
            Id = "broke",
            Customer = $"reader-{key}",
            Data = EventData(key),
        });
        await Console.Out.WriteLineAsync($"acknowledged {key} {result.Outcome}");
    }
}));

var rows = host.Services.GetRequiredService<ITouchpointStore>();
using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
while (await IsBusyAsync())
{
    await glances.WaitForNextTickAsync();
}

await host.StopAsync();
return 0;

static JsonElement EventData(string key) => JsonDocument.Parse($"{{\"number\":\"{key}\"}}").RootElement;

async Task<bool> IsBusyAsync()
{
    foreach (string key in keys)
    {
        foreach (TouchpointRow row in await rows.ReadTouchpointsAsync(new JourneyId("news", key), default))
        {
            if (row.Status is not (TouchpointStatus.Sent or TouchpointStatus.InReview))
            {
                return true;
            }
        }
    }

    return false;
}
