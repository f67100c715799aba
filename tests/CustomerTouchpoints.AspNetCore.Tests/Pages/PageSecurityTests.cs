using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Links;
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
                .AddInquiries()
                .AddSurvey(new Survey("how", SurveyKind.Satisfaction) { Questions = new Dictionary<string, string> { ["en"] = text } })
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
        string feedback = Surveys.PathOf(shop, new JourneyId("order", text), "how", text);
        string ask = Surveys.AskOf(shop, new JourneyId("order", text), text);
        await Page.PostAsync(shop, feedback, ("answer", "1"), ("comment", text));

        foreach (
            string path in new[]
            {
                shop.PathOf(LinkPurpose.Status, new LinkSubject { Customer = customer, Journey = new JourneyId("order", text) }),
                shop.PreferencesOf(text),
                shop.UnsubscribeOf(text),
                feedback,
                $"{feedback}?answer={Uri.EscapeDataString(text)}",
                ask,
                $"{ask}?question={Uri.EscapeDataString(text)}",
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
        await using ShopHost shop = await ShopHost.StartAsync(Surveys.Add);
        await shop.PlaceAsync("order/1");
        using FormUrlEncodedContent form = Page.Form(("List-Unsubscribe", "One-Click"));
        HttpResponseMessage[] answers =
        [
            await shop.Client.GetAsync(shop.StatusOf("order/1")),
            await shop.Client.GetAsync(shop.PreferencesOf()),
            await shop.Client.GetAsync(Surveys.PathOf(shop, "order/1", "solved")),
            await shop.Client.PostAsync(Surveys.PathOf(shop, "order/1", "solved"), form),
            await shop.Client.GetAsync(Surveys.AskOf(shop, "order/1")),
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
        var past = new VirtualTime(TimeProvider.System.GetUtcNow().AddDays(-200));
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
            string headers = string.Join('|', answer.Headers.Where(header => header.Key != "Date").SelectMany(header => header.Value));
            answers.Add(headers + await answer.Content.ReadAsStringAsync());
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

    private static LinkSigner Signer(TimeProvider time) => new(Options.Create(Keys()), time);

    private static LinkSigningOptions Keys() =>
        new LinkSigningOptions { BaseAddress = new Uri("https://shop.example/my") }.AddKey("2026-11", ShopHost.Secret);

    private static string Identifier(string text) => text.Replace("\u2028", "", StringComparison.Ordinal);

    private static bool IsHarmless(string url) =>
        url.StartsWith("/my/", StringComparison.Ordinal)
        || url.StartsWith("https://lumen.example", StringComparison.Ordinal)
        || url.StartsWith("tel:+39", StringComparison.Ordinal)
        || url == "mailto:help@lumen.example";
}
