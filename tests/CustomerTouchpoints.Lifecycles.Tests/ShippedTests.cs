using System.Reflection;
using CustomerTouchpoints.Lifecycles.Carts;
using CustomerTouchpoints.Lifecycles.Deliveries;
using CustomerTouchpoints.Lifecycles.ECards;
using CustomerTouchpoints.Lifecycles.Guides;
using CustomerTouchpoints.Lifecycles.OptIn;
using CustomerTouchpoints.Lifecycles.Reengagement;
using CustomerTouchpoints.Lifecycles.Returns;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests;

/// <summary>What holds of every lifecycle of the package: its languages, its page, and that a host's own words win.</summary>
internal sealed class ShippedTests
{
    private static readonly Assembly Package = typeof(LifecycleOptions).Assembly;

    private static readonly string[] Languages = ["de", "en", "fr", "it"];

    private static IEnumerable<TestCaseData> Pages =>
        [
            new TestCaseData("abandoned-cart.md", new AbandonedCartLifecycle()),
            new TestCaseData("double-opt-in.md", new DoubleOptInLifecycle()),
            new TestCaseData("e-card.md", new ECardLifecycle()),
            new TestCaseData("delivery-delay.md", new DeliveryDelayLifecycle()),
            new TestCaseData("returns.md", new ReturnLifecycle()),
            new TestCaseData("re-engagement.md", new ReengagementLifecycle()),
            new TestCaseData("guides.md", new GuideLifecycle()),
        ];

    /// <summary>The files of each message, for all channels or for one of them.</summary>
    private static IEnumerable<IGrouping<string, string>> Templates =>
        Package.GetManifestResourceNames().GroupBy(name => name[..^".en.md".Length]);

    [Test]
    public void Every_message_is_there_in_four_languages() =>
        Assert.That(
            Templates
                .Where(template => !template.Select(LanguageOf).Order(StringComparer.Ordinal).SequenceEqual(Languages))
                .Select(template => template.Key),
            Is.Empty
        );

    [Test]
    public void A_message_needs_the_same_in_every_language() =>
        Assert.That(
            Templates.Where(template => template.Select(RequiresOf).Distinct().Count() != 1).Select(template => template.Key),
            Is.Empty
        );

    [TestCaseSource(nameof(Pages))]
    public void Its_page_shows_its_diagram_and_names_its_messages(string page, Lifecycle lifecycle)
    {
        string text = File.ReadAllText(Path.Combine(Root, "docs", "lifecycles", page));
        Assert.That(text, Does.Contain($"```mermaid\n{lifecycle.ToMermaid()}```"));
        string folder = lifecycle.GetType().Namespace!.Split('.')[^1];
        Assert.That(
            Templates
                .Where(template => template.Key.StartsWith($"{folder}/", StringComparison.Ordinal))
                .Select(template => template.Key.Split('/')[^1].Split('.')[0])
                .Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [TestCase("de", "es tut uns leid")]
    [TestCase("fr", "Nous sommes désolés")]
    [TestCase("it", "ci dispiace")]
    [TestCase("pl", "we are sorry")]
    public async Task A_customer_reads_their_language(string culture, string words)
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(t => t.AddDeliveryDelay());
        Assert.That(await ToldAsync(host, culture), Does.Contain(words));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_file_of_the_hosts_own_wins_wherever_its_folder_is_added(bool isBefore)
    {
        string folder = Directory.CreateTempSubdirectory("own-templates-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "delivery-delayed.md"),
                "---\nsubject: Later\nrequires: [deliverBy]\nsample: { deliverBy: \"2026-01-05T09:00:00Z\" }\n---\nOur own words.\n"
            );
            await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(touchpoints =>
                _ = isBefore
                    ? touchpoints.AddTemplates(folder).AddDeliveryDelay()
                    : touchpoints.AddDeliveryDelay().AddDeliveryDelay().AddTemplates(folder)
            );

            Assert.That(await ToldAsync(host, "en"), Does.StartWith("Our own words."));
            Assert.That(await ToldAsync(host, "de", "bo"), Does.Contain("es tut uns leid"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task All_of_them_start_together_in_a_host_that_brings_no_templates_and_reads_German_by_default()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(touchpoints =>
            touchpoints
                .AddDeliveryDelay()
                .AddAbandonedCart()
                .AddDoubleOptIn()
                .AddECard()
                .AddReturns()
                .AddReengagement()
                .AddGuides()
                .ConfigureMessages(messages => messages.DefaultCulture = "de")
                .UseBrand(brand => brand.Name = "Lumen")
        );

        Assert.That(await ToldAsync(host, "pl"), Does.Contain("es tut uns leid").And.Contain("weil sie Ihre Lieferung bei Lumen betrifft"));
    }

    [Test]
    public async Task What_the_host_calls_them_comes_after_what_the_package_does()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(touchpoints =>
            touchpoints
                .ConfigureMessages(messages =>
                    messages.AddWords("en", new Dictionary<string, string> { ["journey.delivery"] = "your camera" })
                )
                .AddDeliveryDelay()
                .UseBrand(brand => brand.Name = "Lumen")
        );

        Assert.That(await ToldAsync(host, "en"), Does.Contain("your camera"));
    }

    [Test]
    public void A_folder_that_embeds_nothing_is_a_fault() =>
        Assert.That(
            async () => await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(t => t.AddTemplates(Package, "Nowhere")),
            Throws.ArgumentException.With.Message.Contains("no resource whose name begins with Nowhere/")
        );

    private static string Root { get; } = FindRoot();

    private static async Task<string> ToldAsync(TouchpointsTestHost host, string culture, string customer = "ana")
    {
        host.Directory.Describe(
            new Customer
            {
                Id = customer,
                Culture = culture,
                TimeZone = "Europe/Rome",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = $"{customer}@mail.example" },
            }
        );
        JourneyId delivery = $"delivery/{customer}";
        DateTimeOffset by = host.Time.GetUtcNow().AddDays(3);
        await host.RaiseAsync(delivery, new DeliveryPromised("1042", by), customer: customer);
        await host.RaiseAsync(delivery, new DeliveryRescheduled(by.AddDays(1)));
        return host.SentTo(customer).Single().Content.Text;
    }

    private static string LanguageOf(string name) => name.Split('.')[^2];

    private static string RequiresOf(string name)
    {
        using var reader = new StreamReader(Package.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n').FirstOrDefault(line => line.StartsWith("requires:", StringComparison.Ordinal)) ?? "";
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CustomerTouchpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
