using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>A shop on a Kestrel of its own, on this machine, with its pages and callbacks.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public static readonly string Secret = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    private readonly WebApplication app;
    private readonly DirectoryInfo templates;

    private ShopHost(WebApplication app, DirectoryInfo templates, CollectedLog log)
    {
        this.app = app;
        this.templates = templates;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public CollectedLog Log { get; }

    public LinkSigner Links => app.Services.GetRequiredService<LinkSigner>();

    public ICustomerTouchpoints Touchpoints => app.Services.GetRequiredService<ICustomerTouchpoints>();

    public ICustomerWishes Wishes => app.Services.GetRequiredService<ICustomerWishes>();

    public IServiceProvider Services => app.Services;

    public static async Task<ShopHost> StartAsync(
        Action<TouchpointsBuilder>? configure = null,
        Action<WebApplication>? map = null,
        string template = "---\nsubject: Hello\n---\n{{ link statusLink \"Follow\" }}"
    )
    {
        DirectoryInfo templates = Directory.CreateTempSubdirectory("touchpoints-pages-");
        await File.WriteAllTextAsync(Path.Combine(templates.FullName, "order-placed.md"), template);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var log = new CollectedLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints
                .AddLifecycle<OrderLifecycle>()
                .AddTemplates(templates.FullName)
                .UseCustomers<ShopCustomers>()
                .AddChannel(Channel.Email, _ => new Outbox())
                .AddChannel(Channel.Sms, _ => new Outbox())
                .UseInMemoryStore()
                .UseBrand(Brand)
                .ConfigureMessages(messages =>
                    messages.AddWords(
                        "de",
                        new Dictionary<string, string>
                        {
                            ["step.order.placed"] = "aufgenommen",
                            ["step.order.packed"] = "verpackt",
                            ["step.order.shipped"] = "unterwegs",
                            ["step.order.delivered"] = "bei Ihnen",
                        }
                    )
                )
                .UseLinks(links =>
                {
                    links.BaseAddress = new Uri("https://shop.example/my");
                    links.AddKey("2026-11", Secret);
                });
            configure?.Invoke(touchpoints);
        });
        WebApplication app = builder.Build();
        (map ?? (application => application.MapTouchpointPages()))(app);
        await app.StartAsync();
        return new ShopHost(app, templates, log);
    }

    /// <summary>The path of a link, as a browser asks for it.</summary>
    public string PathOf(LinkPurpose purpose, LinkSubject subject) => Links.Link(purpose, subject).AbsolutePath;

    public string StatusOf(string journey, string customer = "ana") =>
        PathOf(LinkPurpose.Status, new LinkSubject { Customer = customer, Journey = journey });

    public string PreferencesOf(string customer = "ana") => PathOf(LinkPurpose.Preferences, new LinkSubject { Customer = customer });

    public string UnsubscribeOf(string customer = "ana") =>
        Links.UnsubscribeLink(customer, Category.Promotional, Channel.Email).AbsolutePath;

    public async Task<RaiseResult> PlaceAsync(string journey, string customer = "ana") =>
        await Touchpoints.RaiseAsync(journey, new OrderPlaced("1042"), id: "placed", customer: customer);

    public async Task<IReadOnlyList<ConsentView>> EvidenceOfAsync(string customer = "ana") =>
        (await Wishes.ConsentsAsync(customer)).Evidence;

    public Task GrantAsync(string customer = "ana", string source = "checkout") =>
        Wishes.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = customer,
                Category = Category.Promotional,
                Decision = ConsentDecision.Granted,
                Source = source,
                By = customer,
            }
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        templates.Delete(recursive: true);
    }

    private static void Brand(BrandOptions brand)
    {
        brand.Name = "Lumen <Cameras> & Co";
        brand.Website = new Uri("https://lumen.example");
        brand.Color = "#17494d";
        brand.LegalLine = "Lumen Cameras S.r.l., Via dei Fiori 12, 00184 Roma";
        brand.Contact.Phone = "+39 06 5550 1234";
        brand.Contact.OpeningHours = "Mon–Fri 9–18";
        brand.Contact.Email = "help@lumen.example";
        brand.Contact.Website = new Uri("https://lumen.example/help");
    }
}
