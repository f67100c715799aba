using System.Text;
using CustomerTouchpoints.Http.Sms;

namespace CustomerTouchpoints.Http.Tests.Sms;

public sealed class SmsSizeTests
{
    [TestCase("", 0, 1, false, 0)]
    [TestCase("a", 160, 1, false, 160)]
    [TestCase("a", 161, 2, false, 161)]
    [TestCase("a", 306, 2, false, 306)]
    [TestCase("a", 307, 3, false, 307)]
    [TestCase("€", 80, 1, false, 160)]
    [TestCase("€", 81, 2, false, 162)]
    [TestCase("€", 152, 2, false, 304)]
    [TestCase("€", 153, 3, false, 306)]
    [TestCase("ж", 70, 1, true, 70)]
    [TestCase("ж", 71, 2, true, 71)]
    [TestCase("ж", 134, 2, true, 134)]
    [TestCase("ж", 135, 3, true, 135)]
    [TestCase("🎁", 35, 1, true, 70)]
    [TestCase("🎁", 36, 2, true, 72)]
    [TestCase("🎁", 66, 2, true, 132)]
    [TestCase("🎁", 67, 3, true, 134)]
    public void A_text_is_counted_as_networks_count_it(string each, int times, int segments, bool unicode, int units) =>
        Assert.That(SmsSize.Of(new StringBuilder().Insert(0, each, times).ToString()), Is.EqualTo(new SmsSize(segments, unicode, units)));

    [Test]
    public void What_takes_two_units_is_not_cut_in_two()
    {
        // 152 + 2: the second septet of the sign would be the first of the next part.
        Assert.That(SmsSize.Of(new string('a', 152) + "€" + new string('a', 152)).Segments, Is.EqualTo(3));
        Assert.That(SmsSize.Of(new string('a', 151) + "€" + new string('a', 153)).Segments, Is.EqualTo(2));
        Assert.That(SmsSize.Of(new string('ж', 66) + "🎁" + new string('ж', 66)).Segments, Is.EqualTo(3));
    }

    [TestCase("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà^{}\\[~]|€\f", false)]
    [TestCase("ç", true)]
    [TestCase("ê", true)]
    [TestCase("\u2019", true)]
    [TestCase("\u00A0", true)]
    [TestCase("`", true)]
    [TestCase("\u001B", true)]
    [TestCase("\t", true)]
    public void The_alphabet_is_the_one_of_the_standard_without_shift_tables(string text, bool unicode) =>
        Assert.That(SmsSize.Of(text).IsUnicode, Is.EqualTo(unicode));
}
