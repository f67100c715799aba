using CustomerTouchpoints.Lifecycles.Deliveries;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.Deliveries;

/// <summary>A promised date that is kept, moves, or is missed.</summary>
internal sealed class DeliveryDelayTests
{
    private static readonly JourneyId Delivery = "delivery/1042";

    [Test]
    public async Task A_delivery_that_comes_in_time_says_nothing()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.AdvanceAsync(Days(2));
        await host.RaiseAsync(Delivery, new DeliveryMade());
        await host.AdvanceAsync(Days(30));

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task A_date_that_moves_back_is_told_with_an_apology_the_new_date_and_the_cause()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.AdvanceAsync(Days(1));
        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(6), "The lens is late from its maker."));
        await host.AdvanceAsync(Days(4));
        await host.RaiseAsync(Delivery, new DeliveryMade());
        await host.AdvanceAsync(Days(30));

        host.SentTo("ana").ShouldBe("delivery-delayed");
        Assert.That(
            host.Sent.Single().Content.Text,
            Does.Contain("we are sorry").And.Contain("Sunday, January 11").And.Contain("The lens is late from its maker.")
        );
    }

    [Test]
    public async Task Each_further_date_is_told()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(6)));
        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(8)));
        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(8)));

        host.SentTo("ana").ShouldBe("delivery-delayed", "delivery-delayed");
    }

    [Test]
    public async Task A_date_that_is_missed_is_apologised_for_at_once_and_each_day_has_a_word_until_there_is_a_new_one()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.AdvanceAsync(Days(5.5));
        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(10)));
        await host.AdvanceAsync(Days(3));
        await host.RaiseAsync(Delivery, new DeliveryMade());
        await host.AdvanceAsync(Days(30));

        host.SentTo("ana").ShouldBe("delivery-missed", "delivery-no-news-expected", "delivery-no-news-expected", "delivery-delayed");
        Assert.That(host.Sent[0].At, Is.EqualTo(On(3)));
        Assert.That(host.Sent.Zip(host.Sent.Skip(1)).Select(pair => pair.Second.At - pair.First.At), Is.All.LessThanOrEqualTo(Days(1)));
    }

    [Test]
    public async Task A_new_date_that_is_missed_too_is_apologised_for()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(6)));
        await host.AdvanceAsync(Days(6.5));

        host.SentTo("ana").ShouldBe("delivery-delayed", "delivery-missed");
    }

    [Test]
    public async Task An_earlier_date_is_no_reason_to_apologise()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.RaiseAsync(Delivery, new DeliveryRescheduled(On(2)));
        await host.AdvanceAsync(Days(1));

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task What_is_cancelled_is_not_missed()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.RaiseAsync(Delivery, new DeliveryCancelled());
        await host.AdvanceAsync(Days(30));

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task What_never_comes_is_told_of_for_two_weeks_and_not_for_ever()
    {
        await using TouchpointsTestHost host = await PromisedForTheThirdDayAsync();

        await host.AdvanceAsync(Days(90));

        Assert.That(host.Sent, Has.Count.EqualTo(15));
    }

    private static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static async Task<TouchpointsTestHost> PromisedForTheThirdDayAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<DeliveryDelayLifecycle>(touchpoints =>
            touchpoints.AddDeliveryDelay()
        );
        await host.RaiseAsync(Delivery, new DeliveryPromised("1042", On(3)), customer: "ana");
        return host;
    }

    private static DateTimeOffset On(int day) => Start.AddDays(day);

    private static TimeSpan Days(double count) => TimeSpan.FromDays(count);
}
