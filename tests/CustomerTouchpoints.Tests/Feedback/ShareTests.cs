using CustomerTouchpoints.Feedback;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>Shares and how sure they are, beside values that were published.</summary>
public sealed class ShareTests
{
    /// <summary>R. G. Newcombe, Statistics in Medicine 17 (1998), 857, table I, method 3: the score method of Wilson.</summary>
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Its_interval_is_that_of_wilson(int count, int of, double lower, double upper)
    {
        var share = new Share(count, of);
        Assert.That(share.Lower, Is.EqualTo(lower).Within(0.00005));
        Assert.That(share.Upper, Is.EqualTo(upper).Within(0.00005));
    }

    [Test]
    public void Of_none_nothing_is_known() =>
        Assert.That((new Share(0, 0).Value, new Share(0, 0).Lower, new Share(0, 0).Upper), Is.EqualTo(((double?)null, 0.0, 1.0)));

    [Test]
    public void All_of_all_is_as_sure_as_none_of_all() =>
        Assert.That((new Share(20, 20).Lower, new Share(20, 20).Upper), Is.EqualTo((1 - new Share(0, 20).Upper, 1.0)).Within(1e-12));
}
