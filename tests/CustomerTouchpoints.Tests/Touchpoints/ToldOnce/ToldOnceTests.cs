using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Touchpoints.ToldOnce.GiftLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.ToldOnce;

/// <summary>One fact reaches a customer once, whatever number of rules, roles and channels it matches.</summary>
public sealed class ToldOnceTests
{
    private static readonly TouchpointId Comes = TouchpointId.Parse("gift/1~gift-comes~1~recipient~email");

    [Test]
    public async Task Who_sends_something_to_themselves_is_told_once_by_each_channel()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("shipped", recipient: "ana"));

        Assert.That(Told(host), Is.EquivalentTo(["gift-shipped email", "gift-shipped sms", "gift-tracked paper", "gift-insured chat"]));
        TouchpointView comes = await ViewAsync(host, Comes);
        Assert.That((comes.Status, comes.Reason.Code), Is.EqualTo((TouchpointStatus.Skipped, "told-already")));
        Assert.That(comes.Reason.Values["rule"], Is.EqualTo("gift-shipped"));
        Assert.That(comes.Reason.Values["touchpoint"], Is.EqualTo("gift/1~gift-shipped~1~buyer~email"));
        Assert.That(comes.Reason.ToString(), Is.EqualTo("told already: gift-shipped tells it, as gift/1~gift-shipped~1~buyer~email"));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Comes),
            Does.Contain("it leaves only if gift-shipped does not tell it").And.Contain("skipped: told already")
        );
    }

    [Test]
    public async Task Two_customers_are_told_each()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("shipped", recipient: "ben"));

        Assert.That(
            Told(host),
            Is.EquivalentTo([
                "gift-shipped email",
                "gift-shipped sms",
                "gift-comes email",
                "gift-comes sms",
                "gift-tracked paper",
                "gift-insured chat",
            ])
        );
        Assert.That(host.SentTo("ben").Select(message => message.Touchpoint.Rule).Distinct(), Is.EqualTo(["gift-comes"]));
    }

    [Test]
    public async Task A_promotion_is_about_something_else()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RecordConsentAsync(Grant("ana"));
        await host.RaiseAsync(Fact("shipped"));

        Assert.That(Told(host), Does.Contain("gift-offer email").And.Contains("gift-shipped email"));
    }

    [Test]
    public async Task What_is_urgent_comes_before_priority_and_priority_before_what_is_for_some_and_that_before_the_order()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        await host.RaiseAsync(Fact("alarm", "2"));
        await host.RaiseAsync(Fact("news", "3"));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm-text sms", "news-first chat"]));
    }

    [Test]
    public async Task What_is_for_some_comes_before_what_is_for_all()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ben"));
        await host.RaiseAsync(Fact("news", "2"));
        await host.RaiseAsync(Fact("shipped", "3"));
        await host.RaiseAsync(Fact("back", "4"));

        Assert.That(
            Told(host).Where(told => !told.StartsWith("gift-shipped", StringComparison.Ordinal)),
            Is.EquivalentTo([
                "gift-ordered email",
                "news-for-some sms",
                "news-first chat",
                "gift-comes email",
                "gift-comes sms",
                "gift-tracked paper",
                "gift-insured chat",
                "gift-ordered-again email",
            ])
        );
    }

    [Test]
    public async Task Where_the_first_is_refused_the_second_tells_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such number"));
        await host.RaiseAsync(Fact("alarm", "2"));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm email"]));
    }

    [Test]
    public async Task Where_the_first_is_skipped_the_second_tells_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            }
        );
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        await host.RaiseAsync(Fact("alarm", "2"));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm email"]));
    }

    [Test]
    public async Task What_may_have_arrived_tells_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.RaiseAsync(Fact("alarm", "2"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm-text sms"]));
    }

    [Test]
    public async Task Who_can_not_leave_for_a_quarter_of_an_hour_is_told_by_the_second_and_stays_behind_then()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(40)));
        await host.RaiseAsync(Fact("alarm", "2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(14));
        Assert.That(Told(host), Is.EqualTo(["gift-ordered email"]));

        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm email"]));

        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm email"]));
        TouchpointView text = await ViewAsync(host, TouchpointId.Parse("gift/1~alarm-text~2~recipient~sms"));
        Assert.That((text.Status, text.Reason.Code), Is.EqualTo((TouchpointStatus.Skipped, "told-already")));
    }

    [Test]
    public async Task Somebody_who_turns_out_to_play_the_other_role_too_is_not_told_again()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("shipped"));
        await host.CompleteAsync(host.Services.GetRequiredService<ICustomerIdentity>().IdentifyAsync("gift/1", "recipient", "ana"));

        Assert.That((await ViewAsync(host, Comes)).Reason.Code, Is.EqualTo("told-already"));
        Assert.That(Told(host).Count(told => told.StartsWith("gift-comes", StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task Two_who_turn_out_to_be_one_are_told_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        ICustomerIdentity identity = host.Services.GetRequiredService<ICustomerIdentity>();
        await host.CompleteAsync(identity.MergeCustomersAsync("anna", "ana", "ben"));
        await host.RaiseAsync(Fact("ordered", recipient: "anna"));
        await host.RaiseAsync(Fact("alarm", "2"));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "alarm-text sms"]));
    }

    [Test]
    public async Task The_fallback_of_what_another_rule_tells_is_given_up_and_that_of_the_first_is_not()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        await host.RaiseAsync(Fact("repacked", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "repacked sms", "repacked email"]));
        TouchpointView fallback = await ViewAsync(host, TouchpointId.Parse("gift/1~repacked-too~2~recipient~email"));
        Assert.That((fallback.Status, fallback.Reason.Code), Is.EqualTo((TouchpointStatus.Withdrawn, "fallback-ended")));
    }

    [Test]
    public async Task The_second_waits_for_the_fallback_of_the_first_before_it_leaves()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such number"));
        await host.RaiseAsync(Fact("repacked", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email", "repacked email"]));
    }

    [Test]
    public async Task What_is_withdrawn_because_the_matter_is_solved_is_not_told_by_the_second()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ordered", recipient: "ana"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(10)));
        await host.RaiseAsync(Fact("alarm", "2"));
        await host.RaiseAsync(Fact("delivered", "3"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Told(host), Is.EqualTo(["gift-ordered email"]));
    }

    private static Task<TouchpointsTestHost> StartAsync() => TouchpointsTestHost.StartAsync<GiftLifecycle>();

    private static ConsentRecord Grant(CustomerId customer) =>
        new()
        {
            Customer = customer,
            Category = Category.Promotional,
            Decision = ConsentDecision.Granted,
            Source = "form",
            By = "ana",
        };

    private static string[] Told(TouchpointsTestHost host) =>
        [.. host.Channel.Sent.Select(message => $"{message.Touchpoint.Rule} {message.Channel}")];

    private static async Task<TouchpointView> ViewAsync(TouchpointsTestHost host, TouchpointId id) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).SingleAsync(view => view.Id == id);
}
