using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Tests.Customers.Caps;

/// <summary>A cap that counts one topic: what is on its way and what was told of others takes up none of its room.</summary>
public sealed class CapTopicTests
{
    private static readonly JourneyId Journey = "campaign/1";
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly Cap Weekly = new() { Within = TimeSpan.FromDays(7), Topic = "newsletter" };

    [Test]
    public void What_is_on_its_way_is_counted_by_its_topic_and_gives_back_its_own()
    {
        CapQueue queue = CapQueue.Empty.With(Journey, 1, null, Taken("newsletter")).With(Journey, 2, null, Taken("offers"));
        Assert.That(queue.Taken.Select(taken => (taken.Topic, taken.Count)), Is.EqualTo([("newsletter", 1), ("offers", 1)]));
        Assert.That(Against(queue, "newsletter"), Is.EqualTo(Weekly));
        Assert.That(Against(queue, "offers"), Is.Null);

        queue = queue.With(Journey, 1, Taken("newsletter"), null);
        Assert.That(queue.Taken.Select(taken => (taken.Topic, taken.Count)), Is.EqualTo([("offers", 1)]));
        Assert.That(Against(queue, "newsletter"), Is.Null);
    }

    [TestCase("newsletter", true)]
    [TestCase("offers", false)]
    [TestCase(null, false)]
    public void What_was_told_is_counted_by_its_topic(string? told, bool isFull)
    {
        ContactHistory contacts = ContactHistory.None.With(Category.Promotional, Channel.Email, Noon.AddDays(-6), told);
        Assert.That(Against(CapQueue.Empty, "newsletter", contacts) is not null, Is.EqualTo(isFull));
    }

    private static Cap? Against(CapQueue queue, string topic, ContactHistory? contacts = null) =>
        new CapRoom([Weekly], contacts ?? ContactHistory.None, queue, Noon).Against(
            new CapWaiter(Journey, 9, Taken(topic) with { IsTaken = false })
        );

    private static CapPlace Taken(string topic) => new(Channel.Email, IsTaken: true, Priority: 0, Noon, Noon.AddDays(1)) { Topic = topic };
}
