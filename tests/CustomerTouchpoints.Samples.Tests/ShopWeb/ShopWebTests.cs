using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Samples.Tests.ShopWeb;

/// <summary>The shop on the web, walked as its customer, its representative, its operator and a stranger.</summary>
internal sealed partial class ShopWebTests
{
    [Test]
    public async Task A_camera_is_bought_a_question_answered_and_all_of_it_seen_in_the_dashboard()
    {
        using var folder = new TemporaryFolder();
        await using ShopWebRun shop = await ShopWebRun.StartAsync(folder.Path);

        await shop.SignInAsync("customer");
        string order = PathOf(await shop.SendAsync("/", "/buy", ("camera", "m2")));
        Assert.That(order, Is.EqualTo("/orders/1042"));
        string outbox = await shop.UntilAsync("/outbox", "We have your order 1042");
        string mail = MailLink().Match(outbox).Groups["path"].Value;
        Assert.That(await shop.PageAsync($"{mail}/html"), Does.Contain("Lumen M2"));
        string statusPage = StatusLink().Match(await shop.PageAsync(order)).Groups["path"].Value;
        Assert.That(await shop.PageAsync(statusPage), Does.Contain("1042"));
        string question = PathOf(await shop.SendAsync(order, $"{order}/ask", ("text", "Is the strap black?")));
        Assert.That(await shop.PageAsync(question), Does.Contain("we have your question"));
        Assert.That(await shop.PageAsync("/touchpoints/messages"), Does.Contain("Choose who you are"), "customers are led to the door");

        await shop.SignInAsync("representative");
        string asked = await shop.PageAsync("/touchpoints/inquiries");
        Assert.That(asked, Does.Contain("Is the strap black?"));
        string inquiry = "/touchpoints/inquiries/one?id=question/77";
        string page = await shop.PageAsync(inquiry);
        string answered = await shop.SendAsync(
            inquiry,
            "/touchpoints/inquiries/answer",
            ("id", "question/77"),
            ("once", "one"),
            ("seen", SeenField().Match(page).Groups["seen"].Value),
            ("text", "It is, as in the picture.")
        );
        Assert.That(answered, Does.Contain("The answer is on its way."));
        await shop.SendAsync(order, $"{order}/next");
        Assert.That(await shop.PageAsync("/touchpoints/journeys/one?id=order/1042"), Does.Contain("payment.accepted"));

        await shop.SignInAsync("customer");
        Assert.That(await shop.PageAsync(question), Does.Contain("It is, as in the picture."));
        await shop.UntilAsync("/outbox", "Your payment for order 1042 has arrived");
    }

    [Test]
    public async Task A_stranger_is_led_to_the_door()
    {
        using var folder = new TemporaryFolder();
        await using ShopWebRun shop = await ShopWebRun.StartAsync(folder.Path);

        foreach (string path in (string[])["/touchpoints", "/orders", "/warehouse"])
        {
            Assert.That(await shop.PageAsync(path), Does.Contain("Choose who you are"), path);
        }
    }

    [Test]
    public async Task A_month_that_is_made_up_fills_every_page()
    {
        using var folder = new TemporaryFolder();
        await using ShopWebRun shop = await ShopWebRun.StartAsync(folder.Path, "--demo");

        await shop.SignInAsync("operator");

        foreach (
            string path in (string[])
                ["", "/messages", "/journeys", "/inquiries", "/switches", "/definitions", "/customers/one?id=ana-costa"]
        )
        {
            Assert.That(await shop.PageAsync($"/touchpoints{path}"), Does.Not.Contain("class=\"empty\">No "), path);
        }

        Assert.That(await shop.PageAsync("/touchpoints/messages?status=InReview&days=all"), Does.Contain("order/"));
        Assert.That(await shop.PageAsync("/touchpoints/journeys?id=3041"), Does.Contain("order/3041"));
        Assert.That(await shop.PageAsync("/outbox"), Does.Contain("/outbox/"));
        Assert.That(await shop.PageAsync("/touchpoints/messages?rule=how-did-we-do&days=all"), Does.Contain("how-did-we-do"));
    }

    private static string PathOf(string page) => page[..page.IndexOf('\n', StringComparison.Ordinal)];

    [GeneratedRegex("href=\"(?<path>/outbox/[0-9a-f]+\\.eml)\"")]
    private static partial Regex MailLink();

    [GeneratedRegex("href=\"(?<path>/my/status/[^\"]+)\"")]
    private static partial Regex StatusLink();

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[^\"]+)\"")]
    private static partial Regex SeenField();
}
