using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>Silence once it is solved.</summary>
public sealed class SolvedTests
{
    [Test]
    public async Task What_the_solving_itself_plans_stands_and_a_survey_comes_afterwards()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.delivered", "2"));
        await host.RaiseAsync(Fact("parcel.delayed", "3"));
        await host.AdvanceAsync(TimeSpan.FromDays(10));

        host.SentTo("ana").ShouldBe("order-prepared", "order-delivered", "how-did-we-do");
    }

    [Test]
    public async Task A_fact_that_had_to_wait_is_withdrawn_when_the_matter_is_solved()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("parcel.delayed", "2"));
        await host.RaiseAsync(Fact("parcel.delivered", "3"));
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        host.SentTo("ana").ShouldBe("order-prepared", "order-delivered");
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline.Touchpoints.Single(touchpoint => touchpoint.Id.Rule == "parcel-delayed").Reason.ToString(),
            Is.EqualTo("solved: the journey is in delivered")
        );
    }

    [Test]
    public async Task A_retry_of_the_message_that_tells_the_solving_goes_on()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("parcel.delivered", "2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        host.SentTo("ana").ShouldBe("order-recorded", "order-delivered");
    }

    [Test]
    public async Task Reopening_withdraws_what_was_for_afterwards()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.delivered", "1", customer: "ana"));
        await host.RaiseAsync(Fact("return.asked", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(10));

        host.SentTo("ana").ShouldBe("order-delivered");
    }
}
