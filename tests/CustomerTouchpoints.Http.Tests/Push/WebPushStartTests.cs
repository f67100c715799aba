using CustomerTouchpoints.Http.Push;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Tests.Push;

/// <summary>What is refused when the host starts.</summary>
public sealed class WebPushStartTests
{
    [Test]
    public void Every_fault_is_said_at_once_and_no_key_is_repeated()
    {
        VapidKeys pair = VapidKeys.Create();
        var options = new WebPushOptions
        {
            PublicKey = pair.PublicKey,
            PrivateKey = VapidKeys.Create().PrivateKey,
            Subject = "ops@lumen.example",
            MaxTimeToLive = TimeSpan.FromDays(29),
            Deadline = TimeSpan.FromHours(1),
        };
        options.AllowedNetworks.Add("10.20.0.0/99");

        ValidateOptionsResult result = Check(options);

        Assert.That(
            result.Failures!.Select(fault => fault.Split(':')[0]),
            Is.EqualTo([
                "WebPushOptions.PublicKey and PrivateKey",
                "WebPushOptions.Subject",
                "WebPushOptions.MaxTimeToLive",
                "WebPushOptions.AllowedNetworks[0]",
                "WebPushOptions.Deadline",
            ])
        );
        Assert.That(result.FailureMessage, Does.Not.Contain(options.PrivateKey));
    }

    [Test]
    public void A_pair_that_was_made_is_taken_and_what_is_printed_of_it_has_no_secret()
    {
        VapidKeys pair = VapidKeys.Create();
        var options = new WebPushOptions
        {
            PublicKey = pair.PublicKey,
            PrivateKey = pair.PrivateKey,
            Subject = "mailto:ops@lumen.example",
        };

        Assert.That(Check(options).Succeeded, Is.True);
        Assert.That($"{pair}", Does.Not.Contain(pair.PrivateKey));
    }

    private static ValidateOptionsResult Check(WebPushOptions options) =>
        new WebPushOptionsValidator(Options.Create(new TouchpointsOptions())).Validate(null, options);
}
