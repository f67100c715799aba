using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShopWithEfCore;

// ShopWithEfCore [FILE] [ORDERS]: a story in two runs, or a busy day of so many orders, of which every third is not paid for.
string connection = $"Data Source={(args.Length > 0 ? args[0] : "shop.db")}";
int? busy = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : null;

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddDbContextFactory<ShopDb>(db => db.UseSqlite(connection));
builder.Services.AddSingleton<Shop>();
builder.Services.AddCustomerTouchpoints(touchpoints =>
    touchpoints
        .AddLifecycle<OrderLifecycle>()
        .UseCustomers<ShopCustomers>()
        .AddTemplates("Messages")
        .AddChannel<Screen>(Channel.Email)
        .UseSqlite(connection)
); // the same file as the shop's: only one file commits as a whole
using IHost host = builder.Build();
await using (ShopDb db = await host.Services.GetRequiredService<IDbContextFactory<ShopDb>>().CreateDbContextAsync())
{
    await db.Database.EnsureCreatedAsync(); // before the host starts: EF Core makes its tables only where there are none
}

await host.StartAsync();
Shop shop = host.Services.GetRequiredService<Shop>();
int orders = await shop.CountAsync();
if (busy is { } many)
{
    for (int i = 0; i < many; i++)
    {
        await shop.PlaceAsync(i % 2 == 0 ? "ana" : "ben", $"film roll {i}", cardIsGood: i % 3 != 2);
    }
}
else if (orders == 0)
{
    Console.WriteLine("Ana orders a camera. Her order and the news of it are one commit.");
    await shop.PlaceAsync("ana", "a camera");
    await shop.EverybodyIsToldAsync();

    Console.WriteLine("Ben orders a tripod, and his card is refused. The order is rolled back, and the news with it.");
    await shop.PlaceAsync("ben", "a tripod", cardIsGood: false);

    Console.WriteLine("Clea orders a lens. The shop is killed as soon as her order is committed. Run it again.");
    await shop.PlaceAsync("clea", "a lens");
    Process.GetCurrentProcess().Kill();
    await Task.Delay(Timeout.Infinite);
}
else
{
    Console.WriteLine($"The shop opens again, with {orders} orders.");
}

int told = await shop.EverybodyIsToldAsync();
Console.WriteLine($"{await shop.CountAsync()} orders, {told} of them told.");
await host.StopAsync();
