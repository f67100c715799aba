using CustomerTouchpoints.Http.Sms;

namespace CustomerTouchpoints.Http.Tests.Sms;

public sealed class PhoneNumberTests
{
    [TestCase("+39 333 123 4567", null, "+393331234567")]
    [TestCase("+39 (333) 123-4567", "DE", "+393331234567")]
    [TestCase("0039 333 1234567", "IT", "+393331234567")]
    [TestCase("011 39 333 1234567", "US", "+393331234567")]
    [TestCase("333 1234567", "it", "+393331234567")]
    [TestCase("0171 2345678", "DE", "+491712345678")]
    [TestCase("07400 123456", "GB", "+447400123456")]
    [TestCase("(201) 555-0123", "US", "+12015550123")]
    [TestCase("06 12 34 56 78", "FR", "+33612345678")]
    [TestCase("079 123 45 67", "CH", "+41791234567")]
    [TestCase("٠٥٠١٢٣٤٥٦٧", "SA", "+966501234567")]
    [TestCase("  +393331234567 ", null, "+393331234567")]
    public void A_number_is_read_by_its_country(string text, string? country, string number) =>
        Assert.That(PhoneNumber.Read(text, country, mobileOnly: true, out _), Is.EqualTo(number));

    [TestCase("333 1234567", null, "nobody says which")]
    [TestCase("+39 06 1234 5678", null, "none of a mobile phone")]
    [TestCase("+1 800 234 5678", null, "none of a mobile phone")]
    [TestCase("+39 333", null, "none of its country's plan")]
    [TestCase("+999 333 1234567", null, "can't be read")]
    [TestCase("1-800-FLOWERS", "US", "letters")]
    [TestCase("+393331234567 ext. 5", null, "letters")]
    [TestCase("+39333\n1234567", null, "control characters")]
    [TestCase("", "IT", "empty")]
    [TestCase("112", "IT", "none of its country's plan")]
    public void What_is_no_mobile_number_is_refused(string text, string? country, string because)
    {
        Assert.That(PhoneNumber.Read(text, country, mobileOnly: true, out string? fault), Is.Null);
        Assert.That(fault, Does.Contain(because));
    }

    [Test]
    public void A_landline_is_let_through_where_the_host_wants_it() =>
        Assert.That(PhoneNumber.Read("+39 06 1234 5678", null, mobileOnly: false, out _), Is.EqualTo("+390612345678"));
}
