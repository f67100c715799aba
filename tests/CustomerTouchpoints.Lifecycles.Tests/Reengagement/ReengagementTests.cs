using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles.Reengagement;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.Reengagement;

/// <summary>A customer who has been quiet for long.</summary>
internal sealed class ReengagementTests
{
    private static readonly JourneyId Ana = "re-engagement/ana";

    [Test]
    public async Task Who_is_quiet_for_half_a_year_hears_from_us_twice_and_no_more()
    {
        await using TouchpointsTestHost host = await StartAsync(agreed: true);

        await host.RaiseAsync(Ana, new CustomerActed(), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(179));
        Assert.That(host.Sent, Is.Empty);

        await host.AdvanceAsync(TimeSpan.FromDays(1000));
        host.SentTo("ana").ShouldBe("re-engage-hello", "re-engage-goodbye");
    }

    [Test]
    public async Task Any_act_begins_the_silence_anew()
    {
        await using TouchpointsTestHost host = await StartAsync(agreed: true);

        for (int month = 0; month < 24; month++)
        {
            await host.RaiseAsync(Ana, new CustomerActed(), customer: "ana");
            await host.AdvanceAsync(TimeSpan.FromDays(150));
        }

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task Who_comes_back_after_the_first_message_does_not_get_the_second()
    {
        await using TouchpointsTestHost host = await StartAsync(agreed: true);
        await host.RaiseAsync(Ana, new CustomerActed(), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(185));

        await host.RaiseAsync(Ana, new CustomerActed());
        await host.AdvanceAsync(TimeSpan.FromDays(150));

        host.SentTo("ana").ShouldBe("re-engage-hello");
    }

    [Test]
    public async Task Who_has_not_agreed_hears_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync(agreed: false);

        await host.RaiseAsync(Ana, new CustomerActed(), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(1000));

        Assert.That(host.Sent, Is.Empty);
    }

    private static async Task<TouchpointsTestHost> StartAsync(bool agreed)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ReengagementLifecycle>(t => t.AddReengagement());
        if (agreed)
        {
            await host.RecordConsentAsync(
                new ConsentRecord
                {
                    Customer = "ana",
                    Category = Category.Promotional,
                    Decision = ConsentDecision.Granted,
                    Source = "account",
                    By = "ana",
                }
            );
        }

        return host;
    }
}
