using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>Emphasis in languages without blanks between words, where CommonMark's own rule would leave the stars to be seen.</summary>
public sealed class CjkEmphasisTests
{
    [TestCase("ご注文番号は**「{{ v }}」**です。", "「L-1042」")]
    [TestCase("您的订单号是**“{{ v }}”**。", "“L-1042”")]
    [TestCase("订单**{{ v }}。**已发货", "L-1042。")]
    [TestCase("주문 번호는 **“{{ v }}”**입니다.", "“L-1042”")]
    [TestCase("**（{{ v }}）**をご確認ください", "（L-1042）")]
    [TestCase("Your order **{{ v }}** has left.", "L-1042")]
    public void Bold_is_bold_beside_CJK_signs(string body, string bold)
    {
        using MessageDesk desk = MessageDesk.With(("go.md", $"---\nsubject: Go\nsample: {{ v: x }}\n---\n{body}"));
        MessageContent mail = desk.Compose(MessageDesk.Request("go", "{\"v\":\"L-1042\"}"));

        Assert.That(
            new HtmlParser().ParseDocument(mail.Html!).QuerySelectorAll("strong").Select(strong => strong.TextContent),
            Has.One.EqualTo(bold)
        );
        Assert.That(mail.Html, Does.Not.Contain("**"));
        Assert.That(mail.Text, Does.Not.Contain("**"));
    }
}
