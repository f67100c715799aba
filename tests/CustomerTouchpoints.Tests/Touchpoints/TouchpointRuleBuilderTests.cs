using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Tests.Lifecycles;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Tests.Touchpoints;

public sealed class TouchpointRuleBuilderTests
{
    private static readonly State Here = new("here");
    private static readonly State Done = new("done", kind: StateKind.Solved);

    [Test]
    public void A_rule_goes_by_email_unless_it_says_otherwise() => Assert.That(RoutesOf(_ => { }), Is.EqualTo("email"));

    [Test]
    public void By_names_channels_of_which_the_first_that_can_is_used() =>
        Assert.That(RoutesOf(rule => rule.By("chat", "email")), Is.EqualTo("chat or email"));

    [Test]
    public void AlsoBy_is_one_more_message() =>
        Assert.That(RoutesOf(rule => rule.By("chat").AlsoBy("sms", "email")), Is.EqualTo("chat; sms or email"));

    [Test]
    public void AlsoBy_alone_adds_to_email() => Assert.That(RoutesOf(rule => rule.AlsoBy("sms")), Is.EqualTo("email; sms"));

    [Test]
    public void The_order_of_By_and_AlsoBy_does_not_matter() =>
        Assert.That(RoutesOf(rule => rule.AlsoBy("sms").By("chat")), Is.EqualTo("chat; sms"));

    [Test]
    public void The_last_By_counts() => Assert.That(RoutesOf(rule => rule.By("chat").By("sms")), Is.EqualTo("sms"));

    [TestCase("Order Shipped")]
    [TestCase("order~shipped")]
    [TestCase("order.shipped")]
    [TestCase("../order-shipped")]
    public void A_template_is_a_name(string template) =>
        Assert.That(
            () => Written.Definition(order => order.OnEntering(Here).Send(template)),
            Throws.ArgumentException.With.Message.Contain("can't be a template's name")
        );

    [Test]
    public void One_occasion_may_have_several_rules()
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("go").GoTo(Here);
            EntryOccasion entering = order.OnEntering(Here);
            entering.Send("first").By("sms");
            entering.After(TimeSpan.FromDays(1)).Send("second");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(definition.FindRule("first"), Has.Property(nameof(TouchpointRule.Waits)).False);
            Assert.That(definition.FindRule("second"), Has.Property(nameof(TouchpointRule.Waits)).True);
            Assert.That(definition.FindRule("second")!.Channels.Single().Name, Is.EqualTo("email"));
        }
    }

    [TestCase("fact", Category.Transactional, 168, null, UnknownPolicy.Resend, false)]
    [TestCase("delayed", Category.Transactional, 168, null, UnknownPolicy.Resend, true)]
    [TestCase("quiet", Category.Service, 12, 3, UnknownPolicy.Resend, true)]
    [TestCase("daily", Category.Service, 12, 7, UnknownPolicy.Resend, true)]
    [TestCase("survey", Category.Promotional, 24, null, UnknownPolicy.Hold, true)]
    public void What_a_rule_leaves_out_has_a_default(
        string key,
        Category category,
        int staleHours,
        int? limit,
        UnknownPolicy whenUnknown,
        bool tellsCondition
    )
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.Parties("buyer", "seller");
            order.Line(Here.ReachedBy("go"), Done.ReachedBy("done"));
            order.OnEntering(Here).Send("fact");
            order.OnEntering(Here).After(TimeSpan.FromDays(1)).Send("delayed");
            order.While(Here).QuietFor(TimeSpan.FromDays(1)).Send("quiet");
            order.While(Here).EveryDayAt(new TimeOnly(9, 0)).Send("daily").AtMost(7);
            order.OnEntering(Done).After(TimeSpan.FromDays(1)).Send("survey").As(Category.Promotional).Afterwards();
        });
        TouchpointRule rule = definition.FindRule(key)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Role, Is.EqualTo("buyer"));
            Assert.That(rule.Category, Is.EqualTo(category));
            Assert.That(rule.StaleAfter, Is.EqualTo(TimeSpan.FromHours(staleHours)));
            Assert.That(rule.Limit, Is.EqualTo(limit));
            Assert.That(rule.WhenUnknown, Is.EqualTo(whenUnknown));
            Assert.That(rule.TellsCondition, Is.EqualTo(tellsCondition));
        }
    }

    private static string RoutesOf(Action<TouchpointRuleBuilder> write)
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("go").GoTo(Here);
            write(order.OnEntering(Here).Send("hello"));
        });
        return string.Join("; ", definition.FindRule("hello")!.Routes.Select(route => string.Join(" or ", route)));
    }
}
