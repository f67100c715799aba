using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>What waits in a digest, or for room under a cap, and whose condition throws when its turn comes.</summary>
public sealed class DigestFaultTests
{
    [TestCase("digest")]
    [TestCase("cap")]
    public async Task It_waits_for_a_person_and_its_journey_goes_on(string place)
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = "ana",
                Category = Category.Promotional,
                Decision = ConsentDecision.Granted,
                Source = "test",
                By = "ana",
            }
        );
        await host.RaiseAsync(Fact("opened"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.That(await FindAsync(host, place), Is.EqualTo((TouchpointStatus.Held, place == "cap" ? "cap-reached" : "in-digest")));

        await host.RaiseAsync(Fact("broke", """{"broken":true}"""));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.That(await FindAsync(host, place), Is.EqualTo((TouchpointStatus.InReview, "condition-failed")));

        await host.RaiseAsync(Fact("noted"));
        host.SentTo("ana").ShouldBe("offer", "noted");
    }

    private static async Task<(TouchpointStatus Status, string Code)> FindAsync(TouchpointsTestHost host, string rule)
    {
        TouchpointView view = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).SingleAsync(view => view.Rule == rule);
        return (view.Status, view.Reason.Code);
    }

    private static IncomingEvent Fact(string name, string data = "{}") =>
        new()
        {
            Journey = "matter/1",
            Name = name,
            Id = name,
            Customer = "ana",
            Data = JsonElement.Parse(data),
        };

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<MatterLifecycle>(touchpoints =>
            touchpoints.Configure(options =>
            {
                options.Digests.Add(new Digest { Name = "hourly", Window = TimeSpan.FromHours(1) });
                options.Caps.Add(new Cap { AtMost = 1, Within = TimeSpan.FromHours(6) });
            })
        );

    private sealed class MatterLifecycle() : Lifecycle("matter", version: 1)
    {
        private static readonly State Open = new("open");

        protected override void Define(LifecycleBuilder matter)
        {
            matter.OpensWith("opened").GoTo(Open);
            matter.WhileOpen().On("broke").Stay();
            matter.WhileOpen().On("noted").Stay();
            matter.OnEntering(Open).Send("offer").As(Category.Promotional);
            foreach (string place in (string[])["digest", "cap"])
            {
                TouchpointRuleBuilder rule = matter.OnEntering(Open).After(TimeSpan.FromMinutes(10)).Send(place);
                rule = rule.When("the host is well", IsWell);
                _ = place == "cap" ? rule.As(Category.Promotional) : rule.InDigest("hourly");
            }

            matter.On("noted").Send("noted");
        }

        private static bool IsWell(Situation situation) =>
            situation.JourneyData.TryGetProperty("broken", out _) ? throw new InvalidOperationException() : true;
    }
}
