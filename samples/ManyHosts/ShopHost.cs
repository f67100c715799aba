using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ManyHosts;

/// <summary>
/// One of the hosts: it takes facts from its input, a line for each, says what came of them, and sends mails. It knows of no other host.
/// </summary>
internal static class ShopHost
{
    public static IServiceCollection AddShop(this IServiceCollection services, Settings settings) =>
        services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .AddLifecycle<ParcelLifecycle>()
                .UseCustomers<ShopCustomers>()
                .AddTemplates(Path.Combine(AppContext.BaseDirectory, "Messages"))
                .UseBrand(brand => brand.Name = "Lumen Cameras")
                .AddSmtpEmail(smtp =>
                {
                    smtp.Host = settings.SmtpHost;
                    smtp.Port = settings.SmtpPort;
                    smtp.RequireTls = false;
                })
                .UsePostgreSql(
                    settings.Postgres,
                    postgreSql =>
                    {
                        postgreSql.Schema = settings.Schema;
                        postgreSql.Lease = TimeSpan.FromSeconds(3);
                    }
                )
        );

    public static async Task RunAsync(Settings settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder
            .Services.AddShop(settings)
            .Configure<EmailOptions>(email => email.From = new MessageAddress("shop@localhost", "Lumen Cameras"));
        using IHost host = builder.Build();
        await host.StartAsync();
        ICustomerTouchpoints touchpoints = host.Services.GetRequiredService<ICustomerTouchpoints>();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            _ = RaiseAsync(touchpoints, fact: words[0], parcel: words[1]);
        }

        await host.StopAsync();
    }

    private static async Task RaiseAsync(ICustomerTouchpoints touchpoints, string fact, string parcel)
    {
        try
        {
            RaiseResult result = await touchpoints.RaiseAsync(
                new IncomingEvent
                {
                    Journey = $"parcel/{parcel}",
                    Name = fact,
                    Id = fact,
                    Customer = $"customer-{parcel}",
                }
            );
            Console.WriteLine($"{fact} {parcel} {result.Outcome}");
        }
        catch (StoreUnavailableException)
        {
            Console.WriteLine($"{fact} {parcel} refused");
        }
    }
}
