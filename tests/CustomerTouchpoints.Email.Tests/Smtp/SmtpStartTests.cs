using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>What is checked before a host sends its first mail.</summary>
public sealed class SmtpStartTests
{
    [Test]
    public void Every_fault_of_the_settings_is_told_at_once() =>
        Assert.That(
            FaultsOf(smtp =>
                {
                    smtp.Host = "smtp.lumen.example:25";
                    smtp.Port = 0;
                    smtp.RequireTls = false;
                    smtp.UserName = "lumen";
                    smtp.Deadline = TimeSpan.FromSeconds(30);
                    smtp.MaxConnections = 0;
                    smtp.KeepOpen = TimeSpan.FromSeconds(-1);
                })
                .Select(fault => fault.Split(':')[0]),
            Is.EqualTo(
                (string[])
                    [
                        "SmtpOptions.Host",
                        "SmtpOptions.Port",
                        "SmtpOptions.UserName, Password and AccessToken",
                        "SmtpOptions.RequireTls",
                        "SmtpOptions.MaxConnections",
                        "SmtpOptions.KeepOpen",
                        "SmtpOptions.Deadline",
                    ]
            )
        );

    [TestCase("smtp.lumen.example", true, "lumen")]
    [TestCase("smtp.lumen.example", false, null)]
    [TestCase("localhost", false, "lumen")]
    [TestCase("::1", false, "lumen")]
    [TestCase("192.0.2.7", true, null)]
    public void A_password_goes_out_under_TLS_or_not_off_this_machine(string host, bool tls, string? userName) =>
        Assert.That(
            FaultsOf(smtp => (smtp.Host, smtp.RequireTls, smtp.UserName, smtp.Password) = (host, tls, userName, userName)),
            Is.Empty
        );

    private static IEnumerable<string> FaultsOf(Action<SmtpOptions> configure)
    {
        using ServiceProvider host = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints.AddSmtpEmail(configure, email => email.From = new MessageAddress("hello@lumen.example"))
            )
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
