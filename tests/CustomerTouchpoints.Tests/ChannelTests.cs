using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests;

public sealed class ChannelTests
{
    [Test]
    public void A_channel_is_known_by_its_name()
    {
        Channel pigeon = "pigeon";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pigeon, Is.EqualTo(new Channel("pigeon")));
            Assert.That(pigeon.GetHashCode(), Is.EqualTo(new Channel("pigeon").GetHashCode()));
            Assert.That(pigeon, Is.Not.EqualTo(Channel.Sms));
            Assert.That(pigeon.ToString(), Is.EqualTo("pigeon"));
        }
    }

    [Test]
    public void The_default_names_no_channel_and_is_none_of_the_others()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(default(Channel), Is.Not.EqualTo(Channel.Email));
            Assert.That(default(Channel).ToString(), Is.EqualTo("(none)"));
            Assert.That(() => default(Channel).Name, Throws.InvalidOperationException.With.Message.Contain("names no channel"));
        }
    }

    [TestCaseSource(nameof(PlacesThatTakeAChannel))]
    public void The_default_is_refused_wherever_a_channel_is_asked_for(Action<Channel> pass)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => pass(default),
                Throws.ArgumentException.With.Message.Contain("Use Channel.Email").And.Property("ParamName").Not.Null
            );
            Assert.That(() => pass(Channel.Sms), Throws.Nothing);
        }
    }

    private static IEnumerable<TestCaseData> PlacesThatTakeAChannel()
    {
        var builder = new TouchpointsBuilder(new ServiceCollection());
        yield return Place("AddChannel", channel => builder.AddChannel<RecordingChannel>(channel));
        yield return Place(
            "AddChannel of a function",
            channel => builder.AddChannel(channel, (_, _) => Task.FromResult(SendResult.Sent()))
        );
        yield return Place("AddChannel by a function", channel => builder.AddChannel(channel, _ => new RecordingChannel()));
        yield return Place("By", channel => Rule().By(Channel.Email, channel));
        yield return Place("AlsoBy", channel => Rule().AlsoBy(channel));
        yield return Place("On", channel => new LifecycleBuilder(new LifecycleDraft("order", 1)).Answer().On(channel));
        yield return Place("a scope", channel => SwitchScope.Of(channel));
        yield return Place("a touchpoint's id", channel => _ = new TouchpointId("order/1", "rule", "1", "buyer", channel));
        yield return Place("another id", channel => _ = TouchpointId.Parse("order/1~rule~1~buyer~email") with { Channel = channel });
        yield return Place(
            "an address",
            channel =>
                _ = new Customer
                {
                    Id = "ana",
                    Addresses = new Dictionary<Channel, string> { [channel] = "ana" },
                }
        );
        yield return Place("a stub directory", channel => _ = new StubDirectory(channel));
    }

    private static TestCaseData Place(string name, Action<Channel> pass) => new TestCaseData(pass).SetArgDisplayNames(name);

    private static TouchpointRuleBuilder Rule() => new(new RuleDraft { Trigger = RuleTrigger.Entering });

    [TestCase("")]
    [TestCase("SMS")]
    [TestCase("e mail")]
    [TestCase("sms.backup")]
    [TestCase("../sms")]
    public void What_is_malformed_is_refused(string name) =>
        Assert.That(() => new Channel(name), Throws.ArgumentException.With.Message.Contain("can't be a channel's name"));
}
