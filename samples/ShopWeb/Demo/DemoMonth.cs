using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Sqlite;
using ShopWeb.Shop;

namespace ShopWeb.Demo;

/// <summary>
/// A month of the shop in its own time, some seconds long: 2,000 orders, 400 questions, all that customers were told, and what is open at
/// its end. The same each time but for the instant at which it ends.
/// </summary>
internal static class DemoMonth
{
    /// <summary>What happens within this span happens at once: the engine looks at the clock so often, and not at each fact.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    public static async Task LiveAsync(ShopFolder folder, Uri address, DateTimeOffset end)
    {
        var clock = new DemoClock(end - Month);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .AddLumenCameras(folder, address)
                // Whoever stops it in the middle begins anew: nothing here must survive a power cut.
                .UseSqlite(sqlite =>
                {
                    sqlite.ConnectionString = folder.Touchpoints;
                    sqlite.Synchronous = SqliteSynchronous.Normal;
                })
                .AddEmail(
                    _ => new DemoMail(folder.Mail, end - Recent),
                    email =>
                        email.Attachments = (message, cancellationToken) =>
                            message.At < end - Recent ? new([]) : Copies.KeepIn(folder.Copies)(message, cancellationToken)
                )
                .AddChannel(Channel.Sms, (_, _) => Task.FromResult(SendResult.Sent()))
                .Configure(engine => engine.RunWorkers = false)
        );
        using IHost host = builder.Build();
        var engine = host.Services.GetRequiredService<TouchpointsEngine>();
        await engine.StartAsync();
        var shop = new DemoShop(
            host.Services.GetRequiredService<ICustomerTouchpoints>(),
            host.Services.GetRequiredService<IInquiries>(),
            host.Services.GetRequiredService<ICustomerWishes>(),
            host.Services.GetRequiredService<ITouchpointSwitches>(),
            host.Services.GetRequiredService<IFeedback>(),
            host.Services.GetRequiredService<LinkSigner>(),
            clock
        );

        var script = new DemoScript(end - Month, end);
        new Orders(folder).Import(script.Orders, script.Questions);
        foreach (IGrouping<long, DemoStep> together in script.Steps.GroupBy(step => step.At.UtcTicks / Grain.Ticks))
        {
            await PassUntilAsync(engine, clock, together.First().At);
            await CompleteAsync(engine, Task.WhenAll(together.Select(step => step.Do(shop))));
        }

        await PassUntilAsync(engine, clock, end);
    }

    private static async Task PassUntilAsync(TouchpointsEngine engine, DemoClock clock, DateTimeOffset until)
    {
        while (await engine.NextDueAsync() is { } due && due < until)
        {
            // Whatever is due within a grain is done together.
            DateTimeOffset next = (due > clock.Now ? due : clock.Now) + Grain;
            clock.MoveTo(next < until ? next : until);
            await engine.DrainAsync();
        }

        clock.MoveTo(until);
        await engine.DrainAsync();
    }

    private static async Task CompleteAsync(TouchpointsEngine engine, Task doing)
    {
        while (!doing.IsCompleted)
        {
            if (!await engine.StepAsync())
            {
                await Task.Yield();
            }
        }

        await doing;
        await engine.DrainAsync();
    }
}
