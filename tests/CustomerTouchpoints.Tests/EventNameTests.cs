namespace CustomerTouchpoints.Tests;

public sealed class EventNameTests
{
    [Test]
    public void A_record_has_the_name_of_its_attribute() => Assert.That(EventName.Of<Named>(), Is.EqualTo("thing.happened"));

    [Test]
    public void A_record_without_a_name_is_refused_with_the_remedy() =>
        Assert.That(
            () => EventName.Of<Nameless>(),
            Throws.ArgumentException.With.Message.Contain("Nameless has no event name: put [Event(")
        );

    [Test]
    public void A_malformed_name_is_refused_each_time()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => EventName.Of<Malformed>(),
                Throws.ArgumentException.With.Message.Contain("\"Thing Happened\" can't be an event's name")
            );
            Assert.That(() => EventName.Of<Malformed>(), Throws.ArgumentException);
        }
    }

    [TestCase("parcel.shipped")]
    [TestCase("sla-2.breached")]
    public void A_name_has_lower_case_digits_dots_and_hyphens(string name) => Assert.That(EventName.Checked(name), Is.EqualTo(name));

    [TestCase("")]
    [TestCase(".shipped")]
    [TestCase("parcel_shipped")]
    [TestCase("pärcel")]
    public void Anything_else_is_refused(string name) => Assert.That(() => EventName.Checked(name), Throws.ArgumentException);

    [Event("thing.happened")]
    private sealed record Named;

    private sealed record Nameless;

    [Event("Thing Happened")]
    private sealed record Malformed;
}
