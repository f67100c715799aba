using CustomerTouchpoints.Lifecycles.Returns;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.Returns;

/// <summary>A return from the request to the money.</summary>
internal sealed class ReturnTests
{
    private static readonly JourneyId Return = "return/7";

    [Test]
    public async Task Each_step_is_told_and_the_money_is_promised_by_a_date()
    {
        await using TouchpointsTestHost host = await RequestedAsync();

        await host.AdvanceAsync(Days(1));
        await host.RaiseAsync(Return, Label);
        await host.AdvanceAsync(Days(2));
        await host.RaiseAsync(Return, new ReturnReceived());
        await host.AdvanceAsync(Days(1));
        await host.RaiseAsync(Return, new ReturnChecked(new Money(1149, "EUR"), new Money(50, "EUR"), "The strap has been used."));
        await host.AdvanceAsync(Days(1));
        await host.RaiseAsync(Return, new RefundPaid(new Money(1149, "EUR"), "Visa ·· 4242"));
        await host.AdvanceAsync(Days(60));

        host.SentTo("ana").ShouldBe("return-requested", "return-label", "return-received", "return-checked", "return-refunded");
        Assert.That(host.Sent[2].Content.Text, Does.Contain("Thursday, January 15"));
        Assert.That(
            host.Sent[3].Content.Text,
            Does.Contain("€1,149.00")
                .And.Contain("€50.00 less")
                .And.Contain("The strap has been used.")
                .And.Contain("in two days at the latest")
        );
        Assert.That(host.Sent[4].Content.Text, Does.Contain("Visa ·· 4242"));
    }

    [Test]
    public async Task Money_that_is_late_is_apologised_for_once()
    {
        await using TouchpointsTestHost host = await RequestedAsync();
        await host.RaiseAsync(Return, new ReturnReceived());

        await host.AdvanceAsync(Days(7.5));

        Assert.That(host.Sent.Select(message => message.Touchpoint.Rule), Has.Exactly(1).EqualTo("return-refund-late"));
        await host.AdvanceAsync(Days(1));
        Assert.That(host.Sent.Select(message => message.Touchpoint.Rule), Has.Exactly(1).EqualTo("return-refund-late"));
    }

    [Test]
    public async Task Who_waits_for_us_hears_every_two_days_that_nothing_is_forgotten()
    {
        await using TouchpointsTestHost host = await RequestedAsync();

        await host.AdvanceAsync(Days(5));

        host.SentTo("ana").ShouldBe("return-requested", "return-still-with-us-requested", "return-still-with-us-requested");
    }

    [Test]
    public async Task A_label_that_is_not_used_is_reminded_of_once_and_expires()
    {
        await using TouchpointsTestHost host = await RequestedAsync();
        await host.RaiseAsync(Return, Label);

        await host.AdvanceAsync(Days(90));

        host.SentTo("ana").ShouldBe("return-requested", "return-label", "return-label-waits", "return-expired");
    }

    [Test]
    public async Task A_parcel_that_comes_after_its_label_has_expired_is_received()
    {
        await using TouchpointsTestHost host = await RequestedAsync();
        await host.RaiseAsync(Return, Label);
        await host.AdvanceAsync(Days(40));

        await host.RaiseAsync(Return, new ReturnReceived());

        Assert.That(host.Sent[^1].Touchpoint.Rule, Is.EqualTo("return-received"));
    }

    [Test]
    public async Task Steps_that_a_feed_leaves_out_or_tells_late_tell_nothing_absurd()
    {
        await using TouchpointsTestHost host = await RequestedAsync();

        await host.RaiseAsync(Return, new RefundPaid(new Money(10, "EUR")));
        await host.RaiseAsync(Return, new ReturnReceived());
        await host.RaiseAsync(Return, Label);
        await host.AdvanceAsync(Days(60));

        host.SentTo("ana").ShouldBe("return-requested", "return-refunded");
    }

    [Test]
    public async Task A_refusal_says_why()
    {
        await using TouchpointsTestHost host = await RequestedAsync();

        await host.RaiseAsync(Return, new ReturnRefused("The strap has been used."));
        await host.AdvanceAsync(Days(60));

        host.SentTo("ana").ShouldBe("return-requested", "return-refused");
        Assert.That(host.Sent[^1].Content.Text, Does.Contain("The strap has been used."));
    }

    [Test]
    public async Task Who_keeps_it_after_all_is_left_in_peace()
    {
        await using TouchpointsTestHost host = await RequestedAsync();
        await host.RaiseAsync(Return, Label);

        await host.RaiseAsync(Return, new ReturnCancelled());
        await host.AdvanceAsync(Days(60));

        host.SentTo("ana").ShouldBe("return-requested", "return-label", "return-cancelled");
    }

    private static LabelIssued Label { get; } = new(new Uri("https://shop.example/label/7"));

    private static async Task<TouchpointsTestHost> RequestedAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ReturnLifecycle>(touchpoints => touchpoints.AddReturns());
        await host.RaiseAsync(Return, new ReturnRequested("L-1042", ["Lumen M2", "Hako strap"]), customer: "ana");
        return host;
    }

    private static TimeSpan Days(double count) => TimeSpan.FromDays(count);
}
