using System.Diagnostics.Metrics;
using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrderStory.Shop;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>The library as a shop embeds it: hosted workers, templates, layout, metrics, SQLite with <c>synchronous=FULL</c>.</summary>
internal sealed class Embedded : IContender
{
    private readonly string file;
    private readonly IHost host;
    private readonly MeterListener metrics = new();
    private readonly ICustomerTouchpoints touchpoints;
    private int sent;

    public Embedded(string file, int slots)
    {
        this.file = file;
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCustomerTouchpoints(touchpoints => touchpoints
            .AddLifecycle<OrderLifecycle>()
            .AddCustomers(new Buyers())
            .AddTemplates("Messages")
            .UseBrand(LumenCameras.Describe)
            .AddChannel(Channel.Email, _ => new AcceptingSender(), slots)
            .UseSqlite($"Data Source={file}"));
        host = builder.Build();
        touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
    }

    public int Sent => Volatile.Read(ref sent);

    public async Task StartAsync()
    {
        // The library counts an outcome once it is committed.
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "CustomerTouchpoints")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            foreach ((string name, object? value) in tags)
            {
                if (name == "outcome" && value is "Sent")
                {
                    Interlocked.Add(ref sent, (int)count);
                }
            }
        });
        metrics.Start();
        await host.StartAsync();
    }

    public async Task RaiseAsync(int order, int step)
    {
        string number = order.ToString(CultureInfo.InvariantCulture);
        var journey = new JourneyId("order", number);
        Task<RaiseResult> raising = step switch
        {
            0 => touchpoints.RaiseAsync(journey, Story.Placed, $"shop-{number}", customer: Buyers.Of(order)),
            1 => touchpoints.RaiseAsync(journey, Story.Paid, $"bank-{number}"),
            2 => touchpoints.RaiseAsync(journey, Story.Packed, $"wms-{number}"),
            3 => touchpoints.RaiseAsync(journey, Story.Shipped, $"out-{number}"),
            _ => touchpoints.RaiseAsync(journey, Story.Delivered, $"dhl-{number}"),
        };
        RaiseResult result = await raising;
        if (result.Outcome != RaiseOutcome.Moved)
        {
            throw new InvalidOperationException($"Order {number}, step {step}: {result.Outcome}, {result.Reason}.");
        }
    }

    public DurableRows Count() =>
        DurableRows.In(
            file,
            "touchpoints_journeys",
            "touchpoints_event_keys",
            "touchpoints_journal",
            "touchpoints_touchpoints",
            "touchpoints_touchpoints WHERE status = 'Sent'");

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        metrics.Dispose();
    }
}
