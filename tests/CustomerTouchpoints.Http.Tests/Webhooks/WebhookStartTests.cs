using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Http.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>What is checked before a host posts its first webhook.</summary>
public sealed class WebhookStartTests
{
    [Test]
    public void Every_fault_of_the_settings_is_told_at_once_and_no_secret() =>
        Assert.That(
            FaultsOf(webhooks =>
                {
                    webhooks.Endpoint = new Uri("http://hooks.partner.example/");
                    webhooks.Secrets.Add("canary");
                    webhooks.AllowedNetworks.Add("the intranet");
                    webhooks.PauseAfter = -1;
                    webhooks.Deadline = TimeSpan.FromSeconds(30);
                })
                .Select(fault =>
                {
                    Assert.That(fault, Does.Not.Contain("canary"));
                    return fault.Split(':')[0];
                }),
            Is.EqualTo(
                (string[])
                    [
                        "WebhookOptions.Endpoint",
                        "WebhookOptions.Secrets[0]",
                        "WebhookOptions.AllowedNetworks[0]",
                        "WebhookOptions.PauseAfter",
                        "WebhookOptions.Deadline",
                    ]
            )
        );

    [Test]
    public void A_host_without_a_secret_does_not_start() =>
        Assert.That(FaultsOf(_ => { }).Single(), Does.StartWith("WebhookOptions.Secrets and SecretsOf: webhooks are signed"));

    [TestCase("https://hooks.partner.example/a", false)]
    [TestCase("http://localhost:8080/a", true)]
    public void A_sound_host_starts(string endpoint, bool allowsLoopback) =>
        Assert.That(
            FaultsOf(webhooks =>
            {
                webhooks.Endpoint = new Uri(endpoint);
                webhooks.AllowLoopback = allowsLoopback;
                webhooks.Secrets.Add(Some.Secret);
            }),
            Is.Empty
        );

    [Test]
    public async Task A_host_gets_its_sender_with_the_settings_of_its_configuration()
    {
        await using RawServer server = RawServer.Answering("204 No Content");
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Webhooks:AllowLoopback", "true"),
                new("Webhooks:Secrets:0", Some.Secret),
                new("Webhooks:Endpoint", server.Url),
            ])
            .Build();
        await using ServiceProvider host = new ServiceCollection()
            .AddLogging()
            .AddCustomerTouchpoints(configuration, touchpoints => touchpoints.AddWebhooks())
            .BuildServiceProvider();
        host.GetRequiredService<IStartupValidator>().Validate();

        SendResult result = await host.GetRequiredService<WebhookSender>().SendAsync(Some.Message("elsewhere"), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static IEnumerable<string> FaultsOf(Action<WebhookOptions> configure)
    {
        using ServiceProvider host = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints => touchpoints.AddWebhooks(configure))
            .BuildServiceProvider();
        try
        {
            host.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }
}
