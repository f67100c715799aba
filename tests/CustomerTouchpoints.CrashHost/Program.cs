using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.CrashHost;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Arguments: the store's file; the mail server's port and the file of its certificate, or the URL of a webhook's endpoint, or 0 for a
// sender that one message kills; the place to die at once the news of the host before is told, or nothing; and the keys of the news, first
// those of the host before.
string store = args[0];
string[] server = args[1].Split(',', 2);
bool isHook = Uri.TryCreate(args[1], UriKind.Absolute, out Uri? endpoint);
string place = args[2];
string[] before = args[3].Split(',', StringSplitOptions.RemoveEmptyEntries);
string[] own = args[4].Split(',', StringSplitOptions.RemoveEmptyEntries);

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddCustomerTouchpoints(touchpoints =>
{
    touchpoints
        .AddLifecycle(_ => new NewsLifecycle(isHook ? "webhook" : Channel.Email))
        .UseCustomers<Readers>()
        .AddTemplates(Path.Combine(AppContext.BaseDirectory, "Messages"))
        .UseSqlite($"Data Source={store}");
    if (isHook)
    {
        touchpoints.AddWebhooks(webhooks =>
        {
            webhooks.Endpoint = endpoint;
            webhooks.AllowLoopback = true;
            webhooks.Secrets.Add("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        });
    }
    else if (args[1] == "0")
    {
        touchpoints.AddChannel(Channel.Email, _ => new PoisonSender("poison"));
    }
    else
    {
        touchpoints.AddSmtpEmail(
            smtp =>
            {
                smtp.Host = "localhost";
                smtp.Port = int.Parse(server[0], CultureInfo.InvariantCulture);
                smtp.TrustedCertificates.Add(X509CertificateLoader.LoadCertificateFromFile(server[1]));
                smtp.UserName = "lumen";
                smtp.Password = "s3cret pass:word";
            },
            email => email.From = new MessageAddress("news@lumen.example")
        );
    }
});

using IHost host = builder.Build();
await host.StartAsync();
var touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
var rows = host.Services.GetRequiredService<ITouchpointStore>();
await TellAsync(before);
await Console.Out.WriteLineAsync("gone on");
if (place.Length > 0)
{
    Environment.SetEnvironmentVariable("CUSTOMERTOUCHPOINTS_CRASH_AT", place);
}

await TellAsync(own);
await host.StopAsync();
return 0;

// Several callers, so that some facts share a commit and there are several commits.
async Task TellAsync(string[] keys)
{
    const int Callers = 3;
    await Task.WhenAll(
        Enumerable
            .Range(0, Callers)
            .Select(async caller =>
            {
                foreach (string key in keys.Where((_, place) => place % Callers == caller))
                {
                    RaiseResult result = await touchpoints.RaiseAsync(
                        new IncomingEvent
                        {
                            Journey = new JourneyId("news", key),
                            Name = NewsLifecycle.Fact,
                            Id = "broke",
                            Customer = $"reader-{key}",
                            Data = EventData(key),
                        }
                    );
                    await Console.Out.WriteLineAsync($"acknowledged {key} {result.Outcome}");
                }
            })
    );

    using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
    while (await IsBusyAsync(keys))
    {
        await glances.WaitForNextTickAsync();
    }
}

static JsonElement EventData(string key) => JsonDocument.Parse($"{{\"issue\":\"{key}\"}}").RootElement;

async Task<bool> IsBusyAsync(string[] keys)
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
