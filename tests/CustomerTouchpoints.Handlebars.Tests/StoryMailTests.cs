using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Handlebars.Tests;

/// <summary>The order's story, told by the same mails in both languages.</summary>
public sealed class StoryMailTests
{
    private const string Order = """
        {
          "total": { "amount": 1249.50, "currency": "EUR" },
          "items": [
            { "name": "Lumen M2", "count": 1, "price": { "amount": 1199, "currency": "EUR" } },
            { "name": "[strap](https://evil.example) | <b>", "count": 2, "price": { "amount": 25.25, "currency": "EUR" } }
          ],
          "carrier": "DHL & *Söhne*",
          "tracking": "https://track.example/1042?lang=en&step=2",
          "arrival": "2026-10-16T13:30:00Z"
        }
        """;

    [TestCase("order-recorded")]
    [TestCase("order-shipped")]
    public void A_mail_in_Handlebars_is_the_mail_in_Scriban(string template)
    {
        using ServiceProvider handlebars = Host(touchpoints => touchpoints.AddTemplates("Messages").UseHandlebars());
        using ServiceProvider scriban = Host(touchpoints => touchpoints.AddTemplates("Story"));
        MessageContent mail = Compose(handlebars, template);

        Assert.That(handlebars.GetRequiredService<TemplateCatalog>().Check(), Is.Empty);
        Assert.That(mail.Html, Does.Contain("1042"));
        Assert.That(mail, Is.EqualTo(Compose(scriban, template)).UsingPropertiesComparer());
    }

    [Test]
    public void The_engine_of_a_host_is_replaced_in_either_order()
    {
        foreach (
            Action<TouchpointsBuilder> configure in (Action<TouchpointsBuilder>[])
                [host => host.AddTemplates("x").UseHandlebars(), host => host.UseHandlebars().UseHandlebars().AddTemplates("x")]
        )
        {
            var services = new ServiceCollection();
            configure(new TouchpointsBuilder(services));
            using ServiceProvider host = services.BuildServiceProvider();
            Assert.That(host.GetServices<ITemplateEngine>(), Has.Exactly(1).InstanceOf<HandlebarsEngine>().And.Exactly(1).Items);
        }
    }

    private static ServiceProvider Host(Action<TouchpointsBuilder> configure)
    {
        var services = new ServiceCollection();
        var touchpoints = new TouchpointsBuilder(services);
        touchpoints.UseBrand(brand =>
        {
            brand.Name = "Lumen Cameras";
            brand.Topics["delivery"] = new() { Phone = "+39 06 5550 7777" };
        });
        configure(touchpoints);
        return services.BuildServiceProvider();
    }

    private static MessageContent Compose(ServiceProvider host, string template) =>
        host.GetRequiredService<MessageComposer>()
            .Compose(
                new MessageRequest
                {
                    Template = template,
                    Channel = Channel.Email,
                    Customer = new Customer
                    {
                        Id = "ana",
                        Name = "Ana [Conti](https://evil.example)",
                        Culture = "en",
                        TimeZone = "Europe/Rome",
                    },
                    Journey = "order/1042",
                    Category = Category.Transactional,
                    Data = JsonDocument.Parse(Order).RootElement,
                    Now = new DateTimeOffset(2026, 10, 15, 9, 0, 0, TimeSpan.Zero),
                    StateWords = "it is on its way",
                    Step = 4,
                    Steps = 5,
                }
            );
}
