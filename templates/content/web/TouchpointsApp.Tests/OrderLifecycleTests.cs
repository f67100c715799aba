using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace TouchpointsApp.Tests;

public sealed class OrderLifecycleTests
{
    [Test]
    public async Task Who_waits_hears_that_nothing_is_forgotten()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(app => app.AddTemplates("Messages"));

        await host.RaiseAsync("order/1042", new OrderPlaced("L-1042"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        await host.RaiseAsync("order/1042", new ParcelShipped("DHL", new Uri("https://track.example/1042")));

        host.SentTo("ana").ShouldBe("order-recorded", "order-still-preparing", "order-shipped");
    }
}
