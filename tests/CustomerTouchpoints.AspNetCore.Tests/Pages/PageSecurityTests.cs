using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>What strangers try at the pages.</summary>
public sealed class PageSecurityTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "</title><script>alert(1)</script>",
        "<b>&lt;&amp;</b> {{7*7}} @(1+1)",
        "\u202e\u2028<iframe src=//evil.example>",
    ];

    [TestCaseSource(nameof(Hostile))]
    public async Task Nothing_that_somebody_says_becomes_markup(string text)
    {
        var customer = new CustomerId(text);
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints =>
            touchpoints
                .UseBrand(brand =>
                {
                    brand.Name = text;
                    brand.LegalLine = text;
                    brand.Contact.Phone = "+39 " + text;
                    brand.Contact.OpeningHours = text;
                })
                .ConfigureMessages(messages =>
                    messages.AddWords(
                        "en",
                        new Dictionary<string, string> { ["step.order.placed"] = text.Replace("{", "{{").Replace("}", "}}") }
                    )
                )
        );
        await shop.PlaceAsync(new JourneyId("order", text).ToString(), text);
        await shop.GrantAsync(text, source: Identifier(text));

        foreach (
            string path in new[]
            {
                shop.PathOf(LinkPurpose.Status, new LinkSubject { Customer = customer, Journey = new JourneyId("order", text) }),
                shop.PreferencesOf(text),
                shop.UnsubscribeOf(text),
                "/my/status/nothing",
            }
        )
        {
            HttpResponseMessage response = await shop.Client.GetAsync(path);
            IHtmlDocument page = await Page.ReadAsync(response, response.StatusCode);
            Assert.That(page.QuerySelectorAll("script, iframe, svg, img, b, style, object, embed, base"), Is.Empty, path);
            Assert.That(
                page.All.SelectMany(element => element.Attributes)
                    .Where(attribute =>
                        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                        || attribute.Name == "style"
                        || (attribute.Name is "href" or "src" or "action" && !IsHarmless(attribute.Value))
                    )
                    .Select(attribute => $"{attribute.Name}={attribute.Value}"),
                Is.Empty,
                path
            );
        }
    }

    [Test]
    public async Task Every_answer_has_the_headers_that_keep_it_to_itself()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        using FormUrlEncodedContent form = Page.Form(("List-Unsubscribe", "One-Click"));
        HttpResponseMessage[] answers =
        [
            await shop.Client.GetAsync(shop.StatusOf("order/1")),
            await shop.Client.GetAsync(shop.PreferencesOf()),
            await shop.Client.GetAsync("/my/status/nothing"),
            await shop.Client.PostAsync(shop.UnsubscribeOf(), form),
            await shop.Client.PostAsync("/my/unsubscribe/nothing", null),
        ];
        foreach (HttpResponseMessage answer in answers)
        {
            string Of(string name) => string.Join(',', answer.Headers.GetValues(name));
            Assert.That(
                Of("Content-Security-Policy"),
                Is.EqualTo(
                    "default-src 'none'; style-src 'self'; img-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                )
            );
            Assert.That(Of("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Of("Referrer-Policy"), Is.EqualTo("no-referrer"));
            Assert.That(Of("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(Of("X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(Of("X-Robots-Tag"), Is.EqualTo("noindex, nofollow"));
            Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        }
    }

    [Test]
    public async Task A_logo_is_the_one_thing_that_comes_from_elsewhere()
    {
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints =>
            touchpoints.UseBrand(brand => brand.Logo = new Uri("https://cdn.example:8443/a/logo.png"))
        );

        HttpResponseMessage answer = await shop.Client.GetAsync(shop.PreferencesOf());

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("img-src https://cdn.example:8443;"));
    }

    [Test]
    public async Task Everything_wrong_gets_the_very_same_answer()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        string good = shop.StatusOf("order/1");
        var past = new VirtualTime(DateTimeOffset.UtcNow.AddDays(-200));
        string[] wrong =
        [
            "/my/status/nothing",
            good[..^1],
            good[..^2] + (good[^2] == 'A' ? "B" : "A") + good[^1],
            good.Replace("/status/", "/preferences/", StringComparison.Ordinal),
            $"/my/status/{Signer(past).Sign(LinkPurpose.Status, new LinkSubject { Customer = "ana", Journey = "order/1" })}",
            $"/my/status/{shop.Links.Sign(LinkPurpose.Preferences, new LinkSubject { Customer = "ana" })}",
            "/my/status/" + new string('A', 5000),
            "/my/status/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            shop.StatusOf("order/1", "ben"),
            shop.StatusOf("order/none"),
        ];
        var answers = new HashSet<string>();
        foreach (string path in wrong)
        {
            HttpResponseMessage answer = await shop.Client.GetAsync(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
            answers.Add(
                $"{string.Join('|', answer.Headers.Where(header => header.Key != "Date").SelectMany(header => header.Value))}{await answer.Content.ReadAsStringAsync()}"
            );
        }

        Assert.That(answers, Has.Count.EqualTo(1));
        Assert.That((await shop.Client.GetAsync(good)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_a_request_says_of_its_host_leads_nowhere()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        foreach (string path in new[] { shop.StatusOf("order/1"), shop.UnsubscribeOf(), shop.PreferencesOf(), "/my/status/nothing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("Forwarded", "host=evil.example");
            HttpResponseMessage answer = await shop.Client.SendAsync(request);

            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("evil"));
            Assert.That(answer.Headers.SelectMany(header => header.Value), Has.None.Contains("evil"));
        }
    }

    [TestCase(100_000, true, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(100_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(8_193, false, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(2_000, true, HttpStatusCode.BadRequest)]
    [TestCase(2_000, false, HttpStatusCode.BadRequest)]
    public async Task A_long_form_is_not_read(int length, bool isChunked, HttpStatusCode expected)
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.UnsubscribeOf());
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes("List-Unsubscribe=One-Click&a=" + new string('x', length - 29)));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = isChunked;

        Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(expected));
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task Many_fields_and_a_body_that_never_ends_are_given_up()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using FormUrlEncodedContent many = Page.Form([
            .. Enumerable.Range(0, 100).Select(i => ($"f{i}", "x")),
            ("List-Unsubscribe", "One-Click"),
        ]);
        Assert.That((await shop.Client.PostAsync(shop.UnsubscribeOf(), many)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        using var slow = new TcpClient();
        await slow.ConnectAsync(shop.Address.Host, shop.Address.Port);
        NetworkStream stream = slow.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {shop.UnsubscribeOf()} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 8000\r\n\r\nList-Unsubscribe=One-Click&a="
            )
        );
        byte[] answer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int read = await stream.ReadAsync(answer, patience.Token);

        Assert.That(Encoding.ASCII.GetString(answer, 0, read), Does.StartWith("HTTP/1.1 408").Or.Empty);
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task One_link_and_one_address_get_so_much_a_minute()
    {
        await using ShopHost shop = await ShopHost.StartAsync(map: app =>
            app.MapTouchpointPages(pages => (pages.RequestsPerLink, pages.WrongLinksPerAddress) = (5, 3))
        );
        string ana = shop.PreferencesOf();
        HttpStatusCode[] link = await StatusesAsync(shop, Enumerable.Repeat(ana, 12));
        HttpStatusCode[] wrong = await StatusesAsync(shop, Enumerable.Range(0, 12).Select(i => $"/my/preferences/guess{i}"));

        // Both may fall into two minutes.
        Assert.That(link.Count(status => status == HttpStatusCode.OK), Is.InRange(5, 10));
        Assert.That(wrong.Count(status => status == HttpStatusCode.NotFound), Is.InRange(3, 6));
        Assert.That(link.Concat(wrong), Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(
            (await shop.Client.GetAsync(shop.PreferencesOf("ben"))).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "Others are let in."
        );
        HttpResponseMessage refused = await shop.Client.GetAsync("/my/preferences/guess");
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)).Or.Null);
    }

    [Test]
    public async Task A_host_that_lets_nobody_in_lets_customers_see_their_pages()
    {
        await using ShopHost shop = await ShopHost.StartAsync(
            touchpoints =>
                touchpoints
                    .Services.AddAuthorizationBuilder()
                    .SetFallbackPolicy(
                        new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build()
                    )
                    .Services.AddAuthentication(),
            app =>
            {
                app.UseAuthorization();
                app.MapTouchpointPages();
            }
        );

        Assert.That((await shop.Client.GetAsync(shop.PreferencesOf())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_log_has_no_token_no_address_and_no_name()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        string path = shop.StatusOf("order/1");
        await shop.Client.GetAsync(path);
        await shop.Client.GetAsync(path + "x");
        await Page.PostAsync(shop, shop.PreferencesOf(), ("kind", "Promotional"), ("answer", "yes"));

        string token = path[(path.LastIndexOf('/') + 1)..];
        Assert.That(shop.Log.Entries, Has.None.Contains(token).And.None.Contains("canary@").And.None.Contains("alert(1)"));
    }

    [Test]
    public void Without_links_there_are_no_pages()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddCustomerTouchpoints(touchpoints => touchpoints.AddLifecycle<OrderLifecycle>().UseInMemoryStore());
        using WebApplication app = builder.Build();

        Assert.That(() => app.MapTouchpointPages(), Throws.InvalidOperationException.With.Message.Contains("Call UseLinks"));
    }

    private static LinkSigner Signer(TimeProvider time) =>
        new(Options.Create(new LinkOptions { BaseAddress = new Uri("https://shop.example/my") }.AddKey("2026-11", ShopHost.Secret)), time);

    private static async Task<HttpStatusCode[]> StatusesAsync(ShopHost shop, IEnumerable<string> paths)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (string path in paths)
        {
            statuses.Add((await shop.Client.GetAsync(path)).StatusCode);
        }

        return [.. statuses];
    }

    private static string Identifier(string text) => text.Replace("\u2028", "", StringComparison.Ordinal);

    private static bool IsHarmless(string url) =>
        url.StartsWith("/my/", StringComparison.Ordinal)
        || url.StartsWith("https://lumen.example", StringComparison.Ordinal)
        || url.StartsWith("tel:+39", StringComparison.Ordinal)
        || url == "mailto:help@lumen.example";
}
