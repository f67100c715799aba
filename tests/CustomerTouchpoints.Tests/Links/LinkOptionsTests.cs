using CustomerTouchpoints.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Links;

/// <summary>What no safe link can be made with is refused when the host starts.</summary>
public sealed class LinkOptionsTests
{
    private static readonly string Secret = Convert.ToBase64String(new byte[32]);

    [TestCase("https://shop.example/my", true)]
    [TestCase("https://shop.example", true)]
    [TestCase("http://127.0.0.1:5080/my", true)]
    [TestCase("http://shop.example/my", false, Description = "Anybody on the way could read it.")]
    [TestCase("https://shop.example/my?a=b", false)]
    [TestCase("https://user@shop.example/my", false)]
    [TestCase("ftp://shop.example/my", false)]
    [TestCase("/my", false)]
    public void An_address_is_absolute_and_https(string address, bool isFit) =>
        Assert.That(Failures(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)).Length == 0, Is.EqualTo(isFit));

    [TestCase(31, false)]
    [TestCase(32, true)]
    [TestCase(128, true)]
    [TestCase(129, false)]
    public void A_key_is_long_enough(int bytes, bool isFit)
    {
        string secret = Convert.ToBase64String(Enumerable.Repeat((byte)7, bytes).ToArray());
        string[] failures = Failures(options =>
        {
            options.Keys.Clear();
            options.AddKey("a", secret);
        });

        Assert.That(failures.Length == 0, Is.EqualTo(isFit), string.Join('\n', failures));
        Assert.That(failures, Has.None.Contains(secret), "A fault shows no secret.");
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        string[] failures = Failures(options =>
        {
            options.BaseAddress = null;
            options.Keys.Clear();
            options.AddKey("a", "no base64").AddKey("a", Secret).AddKey("b c", Secret);
            options.Lifetime = TimeSpan.Zero;
        });

        Assert.That(failures, Has.Length.EqualTo(5));
        Assert.That(
            failures[0],
            Is.EqualTo(
                "Links.BaseAddress: there is none. Give an absolute https URL without a query, such as "
                    + "https://shop.example/my; http only on this machine."
            )
        );
        Assert.That(Failures(options => options.Keys.Clear()), Has.One.Contains("add one with AddKey").IgnoreCase);
    }

    [Test]
    public void They_come_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Links:BaseAddress"] = "https://shop.example/my",
                    ["Links:Keys:0:Id"] = "2026-11",
                    ["Links:Keys:0:Secret"] = Secret,
                    ["Links:Lifetime"] = "30.00:00:00",
                }
            )
            .Build();
        var services = new ServiceCollection();
        new TouchpointsBuilder(services, configuration).UseLinks();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<LinkSigner>().BaseAddress.Host, Is.EqualTo("shop.example"));
        Assert.That(provider.GetRequiredService<IOptions<LinkSigningOptions>>().Value.Lifetime, Is.EqualTo(TimeSpan.FromDays(30)));
    }

    private static string[] Failures(Action<LinkSigningOptions> configure)
    {
        var services = new ServiceCollection();
        new TouchpointsBuilder(services).UseLinks(links =>
        {
            links.BaseAddress = new Uri("https://shop.example/my");
            links.AddKey("2026-11", Secret);
            configure(links);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<LinkSigner>();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}
