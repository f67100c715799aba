using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Tests.Reasons;

/// <summary>What comes of texts that hosts' code returns.</summary>
public sealed class HostTextTests
{
    /// <summary>Not as attributes, whose texts are UTF-8 and can't have half a pair.</summary>
    private static IEnumerable<string[]> Texts =>
        [
            ["", ""],
            ["accepted: 250 2.0.0 Ok", "accepted: 250 2.0.0 Ok"],
            ["für Zoë, 猫 👋", "für Zoë, 猫 👋"],
            ["a\0b\u0007c\u007f\u0085d", "abcd"],
            ["one\r\ntwo\tthree", "one  two three"],
            ["cut \ud83d", "cut \ufffd"],
            ["\udc4b cut", "\ufffd cut"],
            ["\ud83d\ud83d\udc4b", "\ufffd👋"],
        ];

    [TestCaseSource(nameof(Texts))]
    public void It_is_what_every_store_can_keep(string said, string kept)
    {
        Assert.That(HostText.Clean(said), Is.EqualTo(kept));
        Assert.That(HostText.Clean(HostText.Clean(said)), Is.EqualTo(kept));
    }

    [Test]
    public void What_is_clean_stays_the_same_text()
    {
        string said = new('ü', HostText.LongestValue);
        Assert.That(HostText.Clean(said), Is.SameAs(said));
        Assert.That(HostText.CleanLines("a\r\n\tb", 10), Is.EqualTo("a\r\n\tb"));
    }

    [TestCase(1_001)]
    [TestCase(20_000_000)]
    public void A_long_one_is_cut_and_says_how_much_was_left_out(int length)
    {
        string kept = HostText.Clean(new string('x', length));
        int end = kept.IndexOf('…', StringComparison.Ordinal);
        Assert.That(kept, Has.Length.LessThanOrEqualTo(HostText.LongestValue).And.Length.GreaterThan(900));
        Assert.That(kept[end..], Is.EqualTo($"… ({length - end:N0} more characters)"));
        Assert.That(HostText.Clean(kept), Is.SameAs(kept));
    }

    [Test]
    public void A_cut_never_goes_through_a_character() =>
        Assert.That(
            Enumerable.Range(0, 4).Select(i => HostText.Clean(new string('x', i) + string.Concat(Enumerable.Repeat("👋", 2_000)))),
            Has.None.Contains("\ufffd").And.All.Matches<string>(text => !HostText.HasHalfPair(text))
        );
}
