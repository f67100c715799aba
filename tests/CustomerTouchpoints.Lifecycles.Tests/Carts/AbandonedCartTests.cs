using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles.Carts;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.Carts;

/// <summary>A cart in virtual time: who is reminded of it, when, and when no more.</summary>
internal sealed class AbandonedCartTests
{
    private static readonly JourneyId Cart = "cart/9";

    [Test]
    public async Task Who_leaves_a_cart_is_reminded_three_times_spaced_and_no_more()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();

        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("ana").ShouldBe("cart-left", "cart-still-waits", "cart-last-reminder");
        Assert.That(
            host.Sent.Select(message => message.At - Start),
            Is.EqualTo([Hours(4), Hours(28), Hours(100)]).Within(TimeSpan.FromMinutes(2))
        );
        Assert.That((await host.Touchpoints.GetJourneyAsync(Cart))?.State, Is.EqualTo("forgotten"));
    }

    [Test]
    public async Task The_cart_is_told_as_it_is_when_the_message_leaves()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();

        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(Hours(1));
        await host.RaiseAsync(Cart, Holding("Hako strap"));
        await host.AdvanceAsync(Hours(5));

        Assert.That(host.Sent.Single().Content.Text, Does.Contain("Hako strap").And.Not.Contain("Lumen M2"));
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(30)]
    public async Task A_purchase_ends_the_reminders(int hours)
    {
        await using TouchpointsTestHost host = await WithConsentAsync();
        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(Hours(hours));
        int before = host.Sent.Count;

        await host.RaiseAsync(Cart, new CartBought());
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.That(host.Sent, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task A_cart_that_was_emptied_is_not_reminded_of_and_one_that_is_filled_again_is()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();
        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");

        await host.RaiseAsync(Cart, new CartEmptied());
        await host.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.That(host.Sent, Is.Empty);

        await host.RaiseAsync(Cart, Holding("Hako strap"));
        await host.AdvanceAsync(Hours(5));
        host.SentTo("ana").ShouldBe("cart-left");
    }

    [Test]
    public async Task Who_comes_back_again_and_again_hears_of_it_three_times_at_most()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();
        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");

        for (int visit = 0; visit < 10; visit++)
        {
            await host.AdvanceAsync(Hours(6));
            await host.RaiseAsync(Cart, Holding($"Strap {visit}"));
        }

        await host.AdvanceAsync(TimeSpan.FromDays(30));
        host.SentTo("ana").ShouldBe("cart-left", "cart-still-waits", "cart-last-reminder");
    }

    [Test]
    public async Task Who_is_at_the_cart_is_left_in_peace()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();

        for (int visit = 0; visit < 10; visit++)
        {
            await host.RaiseAsync(Cart, Holding($"Strap {visit}"), customer: "ana");
            await host.AdvanceAsync(Hours(3));
        }

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task Who_has_not_agreed_is_not_reminded()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<AbandonedCartLifecycle>(t => t.AddAbandonedCart());

        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.That(host.Sent, Is.Empty);
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Touchpoints.Select(message => message.Status), Has.Some.EqualTo(TouchpointStatus.Skipped));
    }

    [Test]
    public async Task A_reminder_that_waits_for_the_morning_is_withdrawn_when_the_customer_comes_back()
    {
        await using TouchpointsTestHost host = await WithConsentAsync(touchpoints =>
            touchpoints.Configure(options => (options.QuietHours.From, options.QuietHours.To) = (new TimeOnly(12, 0), new TimeOnly(20, 0)))
        );
        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");

        await host.AdvanceAsync(Hours(10));
        await host.RaiseAsync(Cart, Holding("Hako strap"));
        await host.AdvanceAsync(Hours(2));

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public async Task An_anonymous_cart_is_reminded_of_once_somebody_is_known()
    {
        await using TouchpointsTestHost host = await WithConsentAsync();

        await host.RaiseAsync(Cart, Holding("Lumen M2"));
        await host.AdvanceAsync(Hours(1));
        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(Hours(5));

        host.SentTo("ana").ShouldBe("cart-left");
    }

    [Test]
    public async Task A_host_sets_fewer_reminders_and_other_spans()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OneReminder>(t => t.AddAbandonedCart<OneReminder>());
        await host.RecordConsentAsync(Consent);

        await host.RaiseAsync(Cart, Holding("Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("ana").ShouldBe("cart-left");
        Assert.That(host.Sent.Single().At - Start, Is.EqualTo(Hours(1)).Within(TimeSpan.FromMinutes(2)));
    }

    [TestCase(0)]
    [TestCase(4)]
    public void More_than_three_reminders_or_none_are_refused(int count) =>
        Assert.That(
            () => new AbandonedCartLifecycle(new AbandonedCartOptions { Reminders = [.. Enumerable.Repeat(Hours(1), count)] }),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("once, twice or three times")
        );

    private static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static ConsentRecord Consent { get; } =
        new()
        {
            Customer = "ana",
            Category = Category.Promotional,
            Decision = ConsentDecision.Granted,
            Source = "checkout",
            By = "ana",
        };

    private static async Task<TouchpointsTestHost> WithConsentAsync(Action<TouchpointsBuilder>? configure = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<AbandonedCartLifecycle>(touchpoints =>
        {
            touchpoints.AddAbandonedCart();
            configure?.Invoke(touchpoints);
        });
        await host.RecordConsentAsync(Consent);
        return host;
    }

    private static CartChanged Holding(string name) =>
        new([new CartItem(name, 1, new Money(1199, "EUR"))], new Money(1199, "EUR"), new Uri("https://shop.example/cart/9"));

    private static TimeSpan Hours(int count) => TimeSpan.FromHours(count);

    public sealed class OneReminder() : AbandonedCartLifecycle(new AbandonedCartOptions { Reminders = [Hours(1)] });
}
