using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Touchpoints;

public sealed class TouchpointIdTests
{
    [Test]
    public void An_id_is_written_journey_rule_occurrence_role_channel()
    {
        var id = new TouchpointId("order/1042", "order-shipped", "1", "buyer", "email");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(id.ToString(), Is.EqualTo("order/1042~order-shipped~1~buyer~email"));
            Assert.That(TouchpointId.Parse("order/1042~order-shipped~1~buyer~email"), Is.EqualTo(id));
        }
    }

    [Test]
    public void Any_key_and_any_event_id_come_back_from_text()
    {
        Prop.ForAll(
                HostileText(),
                HostileText(),
                (key, occurrence) =>
                {
                    var id = new TouchpointId(new JourneyId("order", key), "order-shipped", occurrence, "buyer", "sms");
                    return TouchpointId.Parse(id.ToString()) == id;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void Two_ids_never_share_a_text_or_a_token()
    {
        Prop.ForAll(
                HostileText(),
                HostileText(),
                (key, occurrence) =>
                {
                    var one = new TouchpointId(new JourneyId("order", key), "order-shipped", occurrence, "buyer", "sms");
                    var other = new TouchpointId(new JourneyId("order", occurrence), "order-shipped", key, "buyer", "sms");
                    return one == other || (one.ToString() != other.ToString() && one.MessageToken() != other.MessageToken());
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_customers_own_id_is_written_customer_rule_occurrence_channel()
    {
        var id = TouchpointId.Of("ana", "weekly-news", "2026-11-29", "email");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(id.ToString(), Is.EqualTo("customer:ana~weekly-news~2026-11-29~email"));
            Assert.That(TouchpointId.Parse("customer:ana~weekly-news~2026-11-29~email"), Is.EqualTo(id));
            Assert.That(id.Customer, Is.EqualTo(new CustomerId("ana")));
            Assert.That(() => TouchpointId.Of(default, "weekly-news", "1", "email"), Throws.ArgumentException);
        }
    }

    [Test]
    public void Any_customer_comes_back_from_text_and_is_no_journey() =>
        Prop.ForAll(
                HostileText(),
                HostileText(),
                (key, occurrence) =>
                {
                    var id = TouchpointId.Of(key, "customer", occurrence, "sms");
                    var journeys = new TouchpointId(new JourneyId("customer", key), "customer", occurrence, "customer", "sms");
                    return TouchpointId.Parse(id.ToString()) == id
                        && TouchpointId.Parse(journeys.ToString()) == journeys
                        && id != journeys
                        && id.MessageToken() != journeys.MessageToken()
                        && id.ThreadToken() != journeys.ThreadToken();
                }
            )
            .QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("customer:ana")]
    [TestCase("customer:ana~weekly-news~1~buyer~email")]
    [TestCase("customer:~weekly-news~1~email")]
    [TestCase("customer/ana~weekly-news~1~email")]
    [TestCase("ana~weekly-news~1~email")]
    [TestCase("customer:ana~Weekly News~1~email")]
    [TestCase("order/1042")]
    [TestCase("order/1042~order-shipped~1~buyer")]
    [TestCase("order/1042~order-shipped~1~buyer~email~more")]
    [TestCase("1042~order-shipped~1~buyer~email")]
    [TestCase("order/1042~~1~buyer~email")]
    [TestCase("order/1042~Order Shipped~1~buyer~email")]
    [TestCase("order/1042~order-shipped~1~~email")]
    [TestCase("order/1042~order-shipped~1~buyer~E-Mail")]
    public void What_is_no_id_is_refused(string text) => Assert.That(() => TouchpointId.Parse(text), Throws.ArgumentException);

    [Test]
    public void Messages_of_one_journey_to_one_role_share_a_thread()
    {
        var one = new TouchpointId("order/1042", "order-recorded", "1", "buyer", "email");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((one with { Rule = "order-shipped", Occurrence = "2" }).ThreadToken(), Is.EqualTo(one.ThreadToken()));
            Assert.That((one with { Role = "recipient" }).ThreadToken(), Is.Not.EqualTo(one.ThreadToken()));
            Assert.That((one with { Journey = "order/1043" }).ThreadToken(), Is.Not.EqualTo(one.ThreadToken()));
        }
    }

    /// <summary>Texts made of what could break the grammar.</summary>
    private static Arbitrary<string> HostileText() =>
        Gen.Elements("~", "%", "7E", "%7E", "%25", "25", "/", "\\", "a", "é", "🎁", "'", "\"", "<", "?", "#", "..", "order", "x y")
            .NonEmptyListOf()
            .Select(parts => string.Concat(parts))
            .Where(text => text.Length <= JourneyId.MaxKeyLength)
            .ToArbitrary();
}
