using System.Diagnostics.Metrics;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>
/// Cultures and zones as directories have them: understood, or told once and counted; and a message says what it is written in.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LanguageAndZoneTests : IDisposable
{
    private readonly CollectingLog log = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-languages");

    public void Dispose()
    {
        log.Dispose();
        folder.Delete(recursive: true);
    }

    [TestCase("Europe/Berlin", "Europe/Berlin", 14)]
    [TestCase("W. Europe Standard Time", "Europe/Berlin", 14)]
    [TestCase("Tokyo Standard Time", "Asia/Tokyo", 22)]
    [TestCase("tokyo standard time", "Asia/Tokyo", 22)]
    [TestCase("europe/berlin", "Europe/Berlin", 14)]
    [TestCase(" Europe/Berlin ", "Europe/Berlin", 14)]
    public async Task A_zone_is_understood_by_its_IANA_name_and_by_that_of_Windows(string zone, string known, int hour)
    {
        await using TouchpointsTestHost host = await StartAsync(new Customer { Id = "ana", TimeZone = zone });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.Traits!.TimeZone, Is.EqualTo(known));
        Assert.That(host.Channel.Sent.Single().Content.Text, Does.Contain($"at {hour}:00").Or.Contain($"at {hour - 12}:00"));
        Assert.That(Warnings(1231), Is.Empty);
    }

    [TestCase("Europe/Berln")]
    [TestCase("Mars Standard Time")]
    public async Task A_zone_that_nobody_knows_is_told_once_and_counted(string zone)
    {
        long counted = 0;
        using MeterListener listener = Count("touchpoints.customers.unreadable", () => Interlocked.Increment(ref counted));
        await using TouchpointsTestHost host = await StartAsync(new Customer { Id = "ana", TimeZone = zone });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("order.placed", "2", "order/2", customer: "ana"));

        Assert.That(Warnings(1231), Has.Length.EqualTo(1));
        Assert.That(Warnings(1231)[0], Does.Contain($"says the time zone \"{zone}\", which is not known: write an IANA name"));
        Assert.That(Interlocked.Read(ref counted), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task A_culture_that_nobody_knows_is_told_once_and_the_message_says_what_it_is_written_in()
    {
        await using TouchpointsTestHost host = await StartAsync(new Customer { Id = "ana", Culture = "klingon" });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.placed", "2", "order/2", customer: "ana"));

        Assert.That(Warnings(1231).Single(), Does.Contain("says the culture \"klingon\""));
        Assert.That(host.Channel.Sent.Select(message => message.Culture), Is.All.EqualTo("en"));
    }

    [Test]
    public async Task A_customer_for_whose_language_there_is_no_template_is_told_so_once_and_the_message_is_labelled_truly()
    {
        long counted = 0;
        using MeterListener listener = Count("touchpoints.messages.other-language", () => Interlocked.Increment(ref counted));
        await using TouchpointsTestHost host = await StartAsync(new Customer { Id = "ana", Culture = "fr-CA" });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.placed", "2", "order/2", customer: "ana"));

        Assert.That(host.Channel.Sent.Select(message => message.Culture), Is.All.EqualTo("en"));
        Assert.That(Warnings(1440).Single(), Does.Contain("no order-recorded in the language fr").And.Contain("order-recorded.fr.md"));
        Assert.That(Interlocked.Read(ref counted), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task Where_there_is_one_the_message_is_in_the_customers_own_culture()
    {
        Write("order-recorded.fr.md", "Bonjour.");
        await using TouchpointsTestHost host = await StartAsync(new Customer { Id = "ana", Culture = "fr_CA.UTF-8" });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(host.Channel.Sent.Single().Culture, Is.EqualTo("fr-CA"));
        Assert.That(Warnings(1440), Is.Empty);
    }

    private string[] Warnings(int id) => [.. log.Lines.Where(line => line.StartsWith($"Warning {id} ", StringComparison.Ordinal))];

    private async Task<TouchpointsTestHost> StartAsync(Customer customer)
    {
        Write("order-recorded.md", "We have it since {{ time '2026-01-05T13:00:00Z' }}: at {{ time '2026-01-05T13:00:00Z' }}.");
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.AddTemplates(folder.FullName).Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log))
        );
        host.Directory.Describe(customer with { Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" } });
        return host;
    }

    private void Write(string file, string body) =>
        File.WriteAllText(Path.Combine(folder.FullName, file), $"---\nsubject: \"s\"\n---\n{body}\n");

    private static MeterListener Count(string instrument, Action counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (found, each) =>
            {
                if (found.Meter.Name == TouchpointsTelemetry.MeterName && found.Name == instrument)
                {
                    each.EnableMeasurementEvents(found);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => counted());
        listener.Start();
        return listener;
    }
}
