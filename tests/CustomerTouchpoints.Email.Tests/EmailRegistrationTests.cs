using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Tests;

public sealed class EmailRegistrationTests
{
    [Test]
    public async Task A_host_that_adds_a_drop_folder_gets_its_mail_there()
    {
        using TemporaryFolder folder = new();
        await using ServiceProvider host = Host(touchpoints =>
            touchpoints.AddEmailDropFolder(folder.Path, email => email.From = new MessageAddress("hello@lumen.example"))
        );

        SendResult result = await host.GetRequiredService<EmailSender>().SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(folder.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_last_transport_is_used_and_settings_add_up()
    {
        using TemporaryFolder folder = new();
        RecordingTransport transport = new();
        await using ServiceProvider host = Host(touchpoints =>
            touchpoints
                .AddEmailDropFolder(folder.Path, email => email.From = new MessageAddress("hello@lumen.example"))
                .AddEmail(_ => transport, email => email.MessageIdDomain = "ids.example")
        );

        await host.GetRequiredService<EmailSender>().SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(transport.Sent.Single().MessageId, Does.EndWith("@ids.example"));
        Assert.That(folder.Mails, Is.Empty);
    }

    [Test]
    public void Every_faulty_setting_is_reported_when_the_host_starts()
    {
        using ServiceProvider host = Host(touchpoints =>
            touchpoints.AddEmailDropFolder(
                "mail",
                email =>
                {
                    email.From = new MessageAddress("hello\n@lumen.example");
                    email.MessageIdDomain = "lumen..example";
                }
            )
        );

        OptionsValidationException? refused = Assert.Throws<OptionsValidationException>(() =>
            host.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.That(
            refused?.Failures,
            Is.EqualTo(
                (string[])
                    [
                        "EmailOptions.From: \"hello\uFFFD@lumen.example\" can't be used, because its address has a control character. "
                            + "Use an address like hello@lumen.example.",
                        "EmailOptions.MessageIdDomain: \"lumen..example\" can't be used, because it has a misplaced dot. Use a domain "
                            + "like lumen.example.",
                    ]
            )
        );
    }

    [Test]
    public void A_host_without_a_From_does_not_start_and_says_so()
    {
        using ServiceProvider host = Host(touchpoints => touchpoints.AddEmailDropFolder("mail"));
        using ServiceProvider branded = Host(touchpoints =>
            touchpoints.AddEmailDropFolder("mail").UseBrand(brand => brand.From = new MessageAddress("hello@lumen.example"))
        );

        OptionsValidationException? refused = Assert.Throws<OptionsValidationException>(() =>
            host.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.That(refused?.Message, Does.StartWith("EmailOptions.From: there is none").And.Contain("email => email.From = "));
        Assert.That(() => branded.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
    }

    [Test]
    public void Keys_addresses_and_bounds_are_looked_at_when_the_host_starts()
    {
        using ServiceProvider host = Host(touchpoints =>
            touchpoints.AddEmailDropFolder(
                "mail",
                email =>
                {
                    email.From = new MessageAddress("hello@lumen.example");
                    email.ReturnPath = "bounces {id}@lumen.example";
                    email.MaxAttachmentBytes = -1;
                    email.Dkim.Add(
                        new DkimOptions
                        {
                            Domain = "lumen.example",
                            Selector = "mail",
                            PrivateKey = "canary",
                        }
                    );
                    email.Dkim.Add(
                        new DkimOptions
                        {
                            Domain = "lumen.example",
                            Selector = "mail",
                            PrivateKeyFile = "/no/such/file",
                        }
                    );
                }
            )
        );

        IEnumerable<string> faults = Assert
            .Throws<OptionsValidationException>(() => host.GetRequiredService<IStartupValidator>().Validate())!
            .Failures;

        Assert.That(
            faults.Select(fault => fault.Split(':')[0]),
            Is.EqualTo(
                (string[])["EmailOptions.ReturnPath", "EmailOptions.MaxAttachmentBytes", "EmailOptions.Dkim[0]", "EmailOptions.Dkim[1]"]
            )
        );
        Assert.That(string.Concat(faults), Does.Not.Contain("canary"));
    }

    [Test]
    public void A_drop_folder_needs_a_path([Values("", "  ")] string folder) =>
        Assert.That(() => Host(touchpoints => touchpoints.AddEmailDropFolder(folder)), Throws.ArgumentException);

    private static ServiceProvider Host(Action<TouchpointsBuilder> compose) =>
        new ServiceCollection().AddCustomerTouchpoints(compose).BuildServiceProvider();
}
