using CustomerTouchpoints.Http.Sms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>What is checked before a host sends its first text message.</summary>
public sealed class SmsStartTests
{
    [Test]
    public void Every_fault_of_the_settings_is_told_at_once_and_no_secret() =>
        Assert.That(
            FaultsOf(
                    new SmsGateway { Url = "http://sms.example/?password=canary", Json = "{canary" },
                    sms =>
                    {
                        sms.From = "more than eleven";
                        sms.DefaultCountry = "Italy";
                        sms.MaxSegments = 0;
                        sms.Deadline = TimeSpan.Zero;
                    }
                )
                .Select(fault =>
                {
                    Assert.That(fault, Does.Not.Contain("canary"));
                    return fault.Split(':')[0];
                }),
            Is.EqualTo(
                (string[])
                    [
                        "SmsOptions.Gateway.Url",
                        "SmsOptions.Gateway.Json",
                        "SmsOptions.Gateway",
                        "SmsOptions.From",
                        "SmsOptions.DefaultCountry",
                        "SmsOptions.MaxSegments",
                        "SmsOptions.Deadline",
                    ]
            )
        );

    [TestCase("Lumen")]
    [TestCase("Lumen 2")]
    [TestCase("+393331234567")]
    [TestCase("40404")]
    [TestCase(null)]
    public void Sound_settings_start_also_from_the_configuration(string? from)
    {
        SmsGateway[] gateways =
        [
            SmsGateways.Twilio("AC1", "token"),
            SmsGateways.Vonage("key", "secret"),
            SmsGateways.MessageBird("key"),
            SmsGateways.Sns("eu-central-1", "id", "secret"),
            SmsGateways.PlainGet("https://sms.example/?to={to}&text={text}", "(.+)", "ERR (.+)"),
        ];

        Assert.That(gateways.SelectMany(gateway => FaultsOf(gateway, sms => sms.From = from)), Is.Empty);
    }

    private static IEnumerable<string> FaultsOf(SmsGateway gateway, Action<SmsOptions> configure)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Sms:DefaultCountry", "IT"), new("Sms:MaxSegments", "2")])
            .Build();
        using ServiceProvider host = new ServiceCollection()
            .AddCustomerTouchpoints(configuration, touchpoints => touchpoints.AddSms(gateway, configure))
            .BuildServiceProvider();
        try
        {
            host.GetRequiredService<IStartupValidator>().Validate();
            Assert.That(host.GetRequiredService<IOptions<SmsOptions>>().Value.DefaultCountry, Is.EqualTo("IT"));
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }
}
