using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Tests.Lifecycles;

public sealed class SpanWordsTests
{
    [TestCase("3.00:00:00", "3 days")]
    [TestCase("1.02:00:00", "1 day 2 hours")]
    [TestCase("00:01:30", "1 minute 30 seconds")]
    [TestCase("00:00:00.250", "250 milliseconds")]
    [TestCase("00:00:00", "0 seconds")]
    [TestCase("-1.00:00:00", "-1 day")]
    [TestCase("00:00:00.0000001", "00:00:00.0000001")]
    public void A_span_is_told_in_its_units(string span, string words) =>
        Assert.That(SpanWords.Of(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(words));
}
