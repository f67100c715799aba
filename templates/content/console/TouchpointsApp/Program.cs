using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TouchpointsApp;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddCustomerTouchpoints(touchpoints =>
    touchpoints
        .AddLifecycle<OrderLifecycle>()
        .UseCustomers<AppCustomers>()
        .AddTemplates("Messages")
        .UseBrand(brand => brand.Name = "TouchpointsApp")
        .AddEmailDropFolder("mail", email => email.From = new MessageAddress("hello@shop.example", "TouchpointsApp"))
        .UseSqlite("Data Source=touchpoints.db")
);
using IHost host = builder.Build();
await host.StartAsync();

var touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
RaiseResult placed = await touchpoints.RaiseAsync("order/1042", new OrderPlaced("L-1042"), id: "web-77", customer: "ana");
Console.WriteLine($"{placed.Outcome}: {placed.Reason}. Look into the folder mail; press Ctrl+C to stop.");
await host.WaitForShutdownAsync();
