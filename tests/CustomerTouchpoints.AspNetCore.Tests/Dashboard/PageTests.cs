using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>What pages show, and what no page shows or does.</summary>
public sealed class PageTests
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'";

    private static readonly string[] Pages =
    [
        "",
        "/now",
        "/messages?days=all",
        "/journeys",
        "/journeys?id=1042",
        "/journeys/one?id=order/1042",
        "/customers",
        "/customers/one?id=ana",
        "/inquiries",
        "/inquiries/one?id=question/7",
        "/switches",
        "/definitions",
        "/definitions/one?name=order&version=1",
    ];

    [Test]
    public async Task Every_page_has_headers_that_let_nothing_in_from_elsewhere_and_nothing_inline()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        await host.Shop.PlaceAsync("order/1042");
        await host.AskAsync("question/7", "Where is it?");

        foreach (string path in Pages)
        {
            using HttpResponseMessage response = await host.GetAsync(path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            string policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"), path);
            Assert.That(response.Headers.GetValues("X-Frame-Options"), Is.EqualTo((string[])["DENY"]), path);
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo((string[])["nosniff"]), path);
            Assert.That(response.Headers.CacheControl!.NoStore, path);
            IHtmlDocument page = await host.PageAsync(path);
            Assert.That(page.QuerySelectorAll("script:not([src]), style, [style]"), Is.Empty, path);
            Assert.That(page.All.SelectMany(element => element.Attributes).Where(IsHandler), Is.Empty, path);
        }
    }

    [Test]
    public async Task Its_style_and_its_script_lie_in_the_assembly()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        IHtmlDocument page = await host.PageAsync("");

        foreach (
            string? path in (string?[])
                [page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), page.QuerySelector("script")!.GetAttribute("src")]
        )
        {
            using HttpResponseMessage asset = await host.GetAsync(path!["/touchpoints".Length..]);
            Assert.That(asset.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            Assert.That(await asset.Content.ReadAsStringAsync(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Hostile_names_and_words_are_only_strange_text()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        string customer = "ana\"><script>alert(1)</script>";
        await host.Touchpoints.RaiseAsync("order/1042", new Shop.OrderPlaced(Hostile), id: "placed\"><script>", customer: customer);
        await host.AskAsync("question/7", Hostile);
        string id = Uri.EscapeDataString(customer);

        foreach (
            string path in (string[])
                [
                    .. Pages.Where(page => !page.Contains("ana", StringComparison.Ordinal)),
                    $"/customers/one?id={id}",
                    $"/journeys?id={Uri.EscapeDataString(Hostile)}",
                    $"/messages?rule={Uri.EscapeDataString(Hostile)}&status={Uri.EscapeDataString(Hostile)}",
                    $"/inquiries?which={Uri.EscapeDataString(Hostile)}",
                    $"/switches?done={Uri.EscapeDataString(Hostile)}",
                ]
        )
        {
            IHtmlDocument page = await host.PageAsync(path);
            Assert.That(page.QuerySelectorAll("script:not([src]), img"), Is.Empty, path);
            Assert.That(page.All.SelectMany(element => element.Attributes).Where(IsHandler), Is.Empty, path);
        }

        Assert.That((await host.PageAsync("/inquiries/one?id=question/7")).Body!.TextContent, Does.Contain(Hostile));
    }

    [Test]
    public async Task A_conversation_shows_that_it_is_not_solved_and_why()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(compose: touchpoints => touchpoints.AddSurvey(Surveys.All));
        await host.AskAsync("question/7", "Where is it?");
        string token = Surveys.PathOf(host.Shop, "question/7", "solved").Split('/')[^1];
        await Surveys.FeedbackOf(host.Shop).AnswerSurveyAsync(token, new SurveyAnswer { Value = 0, Comment = "It is <not> here." });

        IHtmlDocument page = await host.PageAsync("/inquiries/one?id=question/7");
        Assert.That(page.QuerySelector(".talk .bad")!.TextContent, Is.EqualTo("No, it is not solved."));
        Assert.That(page.QuerySelector(".talk li:last-child .text")!.TextContent, Is.EqualTo("It is <not> here."));
    }

    [TestCase("/messages/one?id=nonsense", HttpStatusCode.BadRequest)]
    [TestCase("/messages/one?id=order/9~order-placed~1~customer~email", HttpStatusCode.NotFound)]
    [TestCase("/messages?after=nonsense", HttpStatusCode.BadRequest)]
    [TestCase("/journeys/one", HttpStatusCode.BadRequest)]
    [TestCase("/journeys/one?id=order/9", HttpStatusCode.NotFound)]
    [TestCase("/journeys/one?id=%3Cscript%3E", HttpStatusCode.BadRequest)]
    [TestCase("/customers/one?id=nobody", HttpStatusCode.NotFound)]
    [TestCase("/inquiries?after=nonsense", HttpStatusCode.BadRequest)]
    [TestCase("/inquiries/one?id=question/9", HttpStatusCode.NotFound)]
    [TestCase("/definitions/one?name=order&version=9", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_in_words_on_a_page_of_ours(string path, HttpStatusCode expected)
    {
        await using DashboardHost host = await DashboardHost.StartAsync();

        using HttpResponseMessage response = await host.GetAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(expected));
        string html = await response.Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("<h1>").And.Not.Contain("Exception").And.Not.Contain("<script>"));
    }

    [Test]
    public async Task Messages_are_read_in_pages_and_none_is_missed_or_shown_twice()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 120).Select(number => host.Shop.PlaceAsync($"order/{number}")));
        var seen = new List<string>();

        for (string? path = "/messages?days=all"; path is not null; )
        {
            IHtmlDocument page = await host.PageAsync(path);
            seen.AddRange(page.QuerySelectorAll("td[data-label=Message] a").Select(link => link.GetAttribute("href")!));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href")?["/touchpoints".Length..];
        }

        int all = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).CountAsync();
        Assert.That(all, Is.GreaterThanOrEqualTo(120));
        Assert.That(seen, Has.Count.EqualTo(all));
        Assert.That(seen, Is.Unique);
    }

    [Test]
    public async Task A_part_that_htmx_asks_for_comes_without_the_frame_around_it()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();

        string part = await host.PartAsync("/now");

        Assert.That(part, Does.Contain("Promises").And.Not.Contain("<html"));
    }

    private static bool IsHandler(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.Ordinal)
        || (attribute.Name is "href" or "src" or "action" && attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
}
