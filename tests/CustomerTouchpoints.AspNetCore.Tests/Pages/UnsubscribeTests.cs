using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>Unsubscribing takes one press of a button, in the mail program or on a page; looking at the page changes nothing.</summary>
public sealed class UnsubscribeTests
{
    [Test]
    public async Task One_click_of_a_mail_program_unsubscribes([Values] bool isMultipart)
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.GrantAsync();
        using HttpContent form = isMultipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new StringContent("List-Unsubscribe=One-Click", null, "application/x-www-form-urlencoded");

        HttpResponseMessage response = await shop.Client.PostAsync(shop.UnsubscribeOf(), form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), "RFC 8058: no redirect.");
        Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
        ConsentView said = (await shop.EvidenceOfAsync())[^1];
        Assert.That(
            (said.Decision, said.Category, said.Channel, said.Source, said.By),
            Is.EqualTo((ConsentDecision.Withdrawn, Category.Promotional, (Channel?)Channel.Email, "unsubscribe link", "ana"))
        );
    }

    [Test]
    public async Task The_page_has_one_button_which_posts_the_same()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        string path = shop.UnsubscribeOf();
        IHtmlDocument page = await Page.GetAsync(shop, path);
        var button = (IHtmlButtonElement)page.QuerySelectorAll("button").Single();
        Assert.That(page.QuerySelector("form")!.GetAttribute("method"), Is.EqualTo("post"));
        Assert.That(Page.TextOf(page.QuerySelector("main")!), Does.Contain("Offers and news, by email"));

        IHtmlDocument done = await Page.PostAsync(shop, path, (button.Name!, button.Value));

        Assert.That(done.QuerySelector("h1")!.TextContent, Is.EqualTo("You are unsubscribed"));
        Assert.That(await shop.EvidenceOfAsync(), Has.Count.EqualTo(1));
        string all = done.QuerySelector("main p a")!.GetAttribute("href")!;
        Assert.That((await shop.Client.GetAsync(all)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "It leads to the preferences.");
    }

    [Test]
    public async Task Looking_and_scanning_change_nothing()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.GrantAsync();
        foreach (string path in new[] { shop.UnsubscribeOf(), shop.PreferencesOf() })
        {
            foreach (string method in new[] { "GET", "HEAD" })
            {
                foreach (string query in new[] { "", "?List-Unsubscribe=One-Click&kind=Promotional&answer=no" })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), path + query);
                    HttpResponseMessage response = await shop.Client.SendAsync(request);
                    Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
                    Assert.That((await response.Content.ReadAsByteArrayAsync()).Length == 0, Is.EqualTo(method == "HEAD"));
                }
            }
        }

        foreach (string method in new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), shop.UnsubscribeOf());
            Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed), method);
        }

        Assert.That(await shop.EvidenceOfAsync(), Has.Count.EqualTo(1));
    }

    [TestCase("List-Unsubscribe=Two-Clicks", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [TestCase("", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [TestCase("""{"List-Unsubscribe":"One-Click"}""", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("no form", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    public async Task Another_post_changes_nothing(string body, string type, HttpStatusCode expected)
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using var form = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        form.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.That((await shop.Client.PostAsync(shop.UnsubscribeOf(), form)).StatusCode, Is.EqualTo(expected));
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task Pressed_again_it_says_the_same_and_adds_nothing()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await Page.PostAsync(shop, shop.UnsubscribeOf(), ("List-Unsubscribe", "One-Click"));
        }

        Assert.That(await shop.EvidenceOfAsync(), Has.Count.EqualTo(1));
        await shop.GrantAsync();
        await Page.PostAsync(shop, shop.UnsubscribeOf(), ("List-Unsubscribe", "One-Click"));
        Assert.That(await shop.EvidenceOfAsync(), Has.Count.EqualTo(3), "Once they agreed again, it counts again.");
    }
}
