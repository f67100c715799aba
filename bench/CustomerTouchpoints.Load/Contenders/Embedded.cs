using System.Diagnostics.Metrics;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrderStory.Shop;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>The library as a shop embeds it: hosted workers, templates, layout, metrics, a store that waits for the disk.</summary>
internal abstract class Embedded : IContender
{
    private readonly IHost host;
    private readonly MeterListener metrics = new();
    private int sent;

    protected Embedded(Place place, int slots, Action<TouchpointsBuilder> lifecycles)
    {
        Place = place;
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints
                .UseCustomers(new Buyers())
                .AddTemplates("Messages")
                .UseBrand(LumenCameras.Describe)
                .AddChannel(Channel.Email, _ => new AcceptingSender(), channel => channel.MaxConcurrency = slots);
            lifecycles(touchpoints);
            place.Choose(touchpoints);
        });
        host = builder.Build();
        Touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
    }

    public int Sent => Volatile.Read(ref sent);

    protected Place Place { get; }

    protected ICustomerTouchpoints Touchpoints { get; }

    public virtual async Task StartAsync()
    {
        // The library counts an outcome once it is committed.
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "CustomerTouchpoints")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<long>(
            (instrument, count, tags, _) =>
            {
                foreach ((string name, object? value) in tags)
                {
                    if (name == "outcome" && value is "Sent")
                    {
                        Interlocked.Add(ref sent, (int)count);
                    }
                    else if (name == "kind" && value is "timer")
                    {
                        FiredNow((int)count);
                    }
                }
            }
        );
        metrics.Start();
        await host.StartAsync();
    }

    public abstract Task RaiseAsync(int subject, int step);

    public abstract Task<DurableRows> CountAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        metrics.Dispose();
    }

    /// <summary>Timers have fired, and what they led to is committed.</summary>
    protected virtual void FiredNow(int count) { }
}
