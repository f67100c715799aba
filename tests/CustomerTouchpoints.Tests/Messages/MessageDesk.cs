using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>Composes messages as a host would, from the mails beside the tests or from templates that a test writes.</summary>
internal sealed class MessageDesk : IDisposable
{
    public const string OrderData = """
        {
          "orderNumber": "L-1042",
          "arrival": "2026-11-24T13:30:00Z",
          "parcel": { "carrier": "DHL", "tracking": "https://track.example/L-1042?step=2&lang=en" },
          "total": { "amount": 1249.50, "currency": "EUR" },
          "items": [
            { "name": "Lumen M2", "count": 1, "price": 1199 },
            { "name": "Leather strap, brown", "count": 2, "price": 25.25 }
          ]
        }
        """;

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 5, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly string? folder;

    private MessageDesk(ServiceProvider services, string? folder)
    {
        this.services = services;
        this.folder = folder;
    }

    public MessageComposer Composer => services.GetRequiredService<MessageComposer>();

    public TemplateCatalog Catalog => services.GetRequiredService<TemplateCatalog>();

    /// <summary>A desk with the mails beside the tests.</summary>
    public static MessageDesk WithMails(Action<TouchpointsBuilder>? more = null) =>
        Open(
            null,
            builder =>
            {
                builder.AddTemplates("Messages/Mails");
                more?.Invoke(builder);
            }
        );

    /// <summary>A desk with templates of its own: file names and texts.</summary>
    public static MessageDesk With(params (string File, string Text)[] files) => With(_ => { }, files);

    /// <summary>A desk with templates of its own and more to say about the host.</summary>
    public static MessageDesk With(Action<TouchpointsBuilder> more, params (string File, string Text)[] files)
    {
        string folder = Directory.CreateTempSubdirectory("messages").FullName;
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return Open(
            folder,
            builder =>
            {
                builder.AddTemplates(folder);
                more(builder);
            }
        );
    }

    public static MessageRequest Request(
        string template,
        string data = "{}",
        Channel? channel = null,
        string? name = "Ana Conti",
        string culture = "en",
        string? zone = "Europe/Rome"
    ) =>
        new()
        {
            Template = template,
            Channel = channel ?? Channel.Email,
            Customer = new Customer
            {
                Id = "ana",
                Name = name,
                Culture = culture,
                TimeZone = zone,
            },
            Journey = "order/1042",
            Category = Category.Transactional,
            Data = JsonDocument.Parse(data).RootElement,
            Now = Now,
            StateWords = "it is on its way",
            Step = 4,
            Steps = 5,
        };

    public static void Brand(BrandOptions brand)
    {
        brand.Name = "Lumen Cameras";
        brand.Website = new Uri("https://lumen.example");
        brand.Color = "#17494d";
        brand.From = new MessageAddress("hello@lumen.example", "Lumen Cameras");
        brand.LegalLine = "Lumen Cameras S.r.l., Via dei Fiori 12, 00184 Roma";
        brand.Contact.Phone = "+39 06 5550 1234";
        brand.Contact.OpeningHours = new LocalizedText("Mon–Fri 9–18")
        {
            { "fr", "lun.–ven. 9 h–18 h" },
            { "de", "Mo–Fr 9–18 Uhr" },
            { "it", "lun–ven 9–18" },
        };
        brand.Contact.Email = "help@lumen.example";
        brand.Contact.Website = new Uri("https://lumen.example/help");
        brand.Topics["delivery"] = new ContactOptions { Phone = "+39 06 5550 7777" };
    }

    public MessageContent Compose(MessageRequest request) => Composer.Compose(request);

    public void Dispose()
    {
        services.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MessageDesk Open(string? folder, Action<TouchpointsBuilder> configure)
    {
        var services = new ServiceCollection();
        var builder = new TouchpointsBuilder(services);
        builder.UseBrand(Brand);
        configure(builder);
        return new MessageDesk(services.BuildServiceProvider(), folder);
    }
}
