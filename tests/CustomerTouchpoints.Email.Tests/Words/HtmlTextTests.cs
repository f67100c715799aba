using CustomerTouchpoints.Email.Words;

namespace CustomerTouchpoints.Email.Tests.Words;

/// <summary>HTML mails as programs write them: their words as plain text, with what is quoted marked as plain mail does.</summary>
public sealed class HtmlTextTests
{
    private static readonly TestCaseData[] Programs =
    [
        new TestCaseData(
            "Gmail",
            "<div dir=\"ltr\">Where is it?<div><br></div><div>Ana</div></div><br><div class=\"gmail_quote gmail_quote_container\">"
                + "<div dir=\"ltr\" class=\"gmail_attr\">"
                + "Den man. 5. jan. 2026 kl. 10.12 skrev The Shop &lt;help@shop.example&gt;:<br></div>"
                + "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex\">Thank you.</blockquote></div>",
            "Where is it?\n\nAna\n\n> Den man. 5. jan. 2026 kl. 10.12 skrev The Shop <help@shop.example>:\n> Thank you."
        ),
        new TestCaseData(
            "Gmail, answered within the quote",
            "<div class=\"gmail_quote\"><div class=\"gmail_attr\">On Monday The Shop wrote:</div><blockquote class=\"gmail_quote\">"
                + "Which one?</blockquote><div>The blue one.</div><blockquote class=\"gmail_quote\">"
                + "By when?</blockquote><div>Soon.</div></div>",
            "> On Monday The Shop wrote:\n> Which one?\nThe blue one.\n> By when?\nSoon."
        ),
        new TestCaseData(
            "Outlook on the desktop",
            "<div class=WordSection1><p class=MsoNormal>Where is it?<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
                + "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
                + "<p class=MsoNormal><b>Lähettäjä:</b>"
                + " The Shop<br><b>Lähetetty:</b> maanantai</p></div></div><p class=MsoNormal>Thank you.</p></div>",
            "Where is it?\n\n> Lähettäjä: The Shop\n> Lähetetty: maanantai\n\n> Thank you."
        ),
        new TestCaseData(
            "Outlook on the web",
            "<div class=\"elementToProof\">Where is it?</div><div id=\"Signature\"><p>Ana Costa</p><p>Sales</p></div>"
                + "<div id=\"appendonsend\"></div><hr tabindex=\"-1\"><div id=\"divRplyFwdMsg\"><b>From:</b>"
                + " The Shop</div><div>Thank you.</div>",
            "Where is it?\n> Ana Costa\n\n> Sales\n\n> From: The Shop\n> Thank you."
        ),
        new TestCaseData(
            "Apple Mail",
            "<html><body>Where is it?<br><div><br><blockquote type=\"cite\"><div>On 5 Jan 2026, The Shop wrote:</div>"
                + "<br><div>Thank you.</div>"
                + "</blockquote></div></body></html>",
            "Where is it?\n\n> On 5 Jan 2026, The Shop wrote:\n\n> Thank you."
        ),
        new TestCaseData(
            "Thunderbird",
            "<p>Where is it?</p><div class=\"moz-cite-prefix\">Am 05.01.26 schrieb The Shop:<br></div><blockquote type=\"cite\" "
                + "cite=\"mid:1@shop\"><p>Thank you.</p></blockquote><pre class=\"moz-signature\" cols=\"72\">-- \nAna</pre>",
            "Where is it?\n\n> Am 05.01.26 schrieb The Shop:\n> Thank you.\n\n> -- \n> Ana"
        ),
        new TestCaseData(
            "K-9",
            "<!DOCTYPE html><html><body>Where is it?<br><br><div class=\"k9mail-signature\">Sent with K-9.</div><div class=\"gmail_quote\">"
                + "On 5 January 2026 10:12:00 CET, The Shop wrote:<blockquote class=\"gmail_quote\">"
                + "Thank you.</blockquote></div></body></html>",
            "Where is it?\n\n> Sent with K-9.\nOn 5 January 2026 10:12:00 CET, The Shop wrote:\n> Thank you."
        ),
        new TestCaseData(
            "Yahoo",
            "<div>Where is it?</div><div id=\"yahoo_quoted_123\" class=\"yahoo_quoted\"><div>Il lunedì 5 gennaio The Shop ha scritto:</div>"
                + "<div>Thank you.</div></div>",
            "Where is it?\n> Il lunedì 5 gennaio The Shop ha scritto:\n> Thank you."
        ),
        new TestCaseData(
            "GMX",
            "<div>Where is it?</div><div name=\"quote\"><div><b>Gesendet:</b> Montag</div><div>Thank you.</div></div>",
            "Where is it?\n> Gesendet: Montag\n> Thank you."
        ),
    ];

    [TestCaseSource(nameof(Programs))]
    public void What_a_program_marks_as_quoted_is_marked(string program, string html, string text) =>
        Assert.That(HtmlText.Of(html), Is.EqualTo(text), program);

    [TestCase("a<script>alert(1)</script>b<style>p{}</style><img src=https://spy.example/1.gif>", "ab")]
    [TestCase("<title>no</title><p>a</p><p>b</p>", "a\n\nb")]
    [TestCase("a<span style='DISPLAY: none'>hidden</span><div hidden>x</div><p style='font-size:0'>y</p>b", "ab")]
    [TestCase("<div>a<b>b</div>c<p>d<p>e<li>f", "ab\nc\nd\n\ne\n- f")]
    [TestCase("</div></p>a</blockquote>b<", "ab")]
    [TestCase("<ul><li>one<li>two</ul><ol><li>a<li>b</ol>", "- one\n- two\n1. a\n2. b")]
    [TestCase("<table><tr><td>Order</td><td>1042</td></tr><tr><td>Total</td><td>5</td></tr></table>", "Order 1042\nTotal 5")]
    [TestCase("<blockquote style='margin:0 0 0 40px;border:none;padding:0'>indented</blockquote>", "indented")]
    [TestCase("<pre>a  b\n  c</pre>", "a  b\n  c")]
    [TestCase("a &lt;b&gt; &amp;amp; \u200bc&nbsp;d", "a <b> &amp; c d")]
    [TestCase("<a href='https://evil.example'>our shop</a>", "our shop")]
    [TestCase("<iframe src=x>no</iframe><object>no</object><svg><text>no</text></svg>yes", "yes")]
    [TestCase("", "")]
    public void Only_words_are_left(string html, string text) => Assert.That(HtmlText.Of(html), Is.EqualTo(text));
}
