namespace CustomerTouchpoints.Tests;

public sealed class JourneyIdTests
{
    [TestCase("order/1042", "order", "1042")]
    [TestCase("order/2026/0042", "order", "2026/0042")]
    [TestCase("gift-card-2/ünï côdé ✉ 🎁", "gift-card-2", "ünï côdé ✉ 🎁")]
    [TestCase("order/~%7E%25", "order", "~%7E%25")]
    public void A_journey_is_written_lifecycle_slash_key(string text, string lifecycle, string key)
    {
        JourneyId journey = text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(journey.Lifecycle, Is.EqualTo(lifecycle));
            Assert.That(journey.Key, Is.EqualTo(key));
            Assert.That(journey.ToString(), Is.EqualTo(text));
            Assert.That(JourneyId.Parse(journey.ToString()), Is.EqualTo(journey));
        }
    }

    [TestCase("1042", "\"1042\" has no slash")]
    [TestCase("", "has no slash")]
    [TestCase("/1042", "\"\" can't be a journey's lifecycle")]
    [TestCase("Order/1042", "\"Order\" can't be a journey's lifecycle")]
    [TestCase("or_der/1042", "\"or_der\" can't be a journey's lifecycle")]
    [TestCase("4order/1042", "\"4order\" can't be a journey's lifecycle")]
    [TestCase("order/", "\"\" can't be a journey's key")]
    [TestCase("order/ 1042", "\" 1042\" can't be a journey's key")]
    [TestCase("order/10\u000042", "\"10\uFFFD42\" can't be a journey's key")]
    [TestCase("order/10\r\n42", "\"10\uFFFD\uFFFD42\" can't be a journey's key")]
    public void What_is_malformed_is_refused_by_name_and_value(string text, string message) =>
        Assert.That(() => JourneyId.Parse(text), Throws.ArgumentException.With.Message.Contain(message));

    [TestCase(0xD83D)]
    [TestCase(0xDC00)]
    public void Half_a_character_is_refused(int half) =>
        Assert.That(
            () => new JourneyId("order", $"10{(char)half}42"),
            Throws.ArgumentException.With.Message.Contain("can't be a journey's key")
        );

    [Test]
    public void A_key_has_200_characters_at_most()
    {
        string longest = new('x', JourneyId.MaxKeyLength);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new JourneyId("order", longest).Key, Is.EqualTo(longest));
            Assert.That(() => new JourneyId("order", longest + "x"), Throws.ArgumentException.With.Message.Contain("1 to 200 characters"));
        }
    }

    [Test]
    public void A_refused_value_is_shown_shortened() =>
        Assert.That(
            () => new JourneyId(new string('x', 1000), "1"),
            Throws.ArgumentException.With.Message.StartWith($"\"{new string('x', 80)}…\" can't be")
        );
}
