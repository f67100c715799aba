using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Scriban.Tests;

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
    public void A_mail_in_Scriban_is_the_mail_in_Handlebars(string template)
    {
        using ServiceProvider scriban = Host(touchpoints => touchpoints.AddTemplates("Messages").UseScriban());
        using ServiceProvider handlebars = Host(touchpoints => touchpoints.AddTemplates("Story"));
        MessageContent mail = Compose(scriban, template);

        Assert.That(scriban.GetRequiredService<TemplateCatalog>().Check(), Is.Empty);
        Assert.That(mail.Html, Does.Contain("1042"));
        Assert.That(mail, Is.EqualTo(Compose(handlebars, template)).UsingPropertiesComparer());
    }

    [Test]
    public void The_check_at_start_up_names_the_file_the_line_and_the_remedy()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scriban-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "hello.scriban.md"),
                "---\nsubject: Hello\nsample: { name: Ana }\n---\nGood day,\n\n{{ nmae }}\n"
            );
            using ServiceProvider host = Host(touchpoints => touchpoints.UseScriban().AddTemplates(folder.FullName));
            Assert.That(
                host.GetRequiredService<TemplateCatalog>().Check().Select(fault => fault.ToString()),
                Is.EqualTo(
                    (string[])
                        [
                            $"{folder.FullName}/hello.scriban.md: line 3 of hello (body): it names \"nmae\", which the data lacks; "
                                + "correct the name, or give it in the sample (null if it may be missing). Mend it and start again.",
                        ]
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
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
