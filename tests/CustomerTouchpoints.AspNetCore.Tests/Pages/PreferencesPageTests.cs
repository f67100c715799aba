using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>A customer sees what they agreed to, and changes it.</summary>
public sealed class PreferencesPageTests
{
    [Test]
    public async Task A_customer_says_yes_and_no_and_sees_what_they_said()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        string path = shop.PreferencesOf();
        IHtmlDocument before = await Page.GetAsync(shop, path);
        Assert.That(Page.TextOf(before.QuerySelector("main")!), Does.Contain("You do not get them.").And.Contain("Nothing yet."));

        IHtmlDocument yes = await Page.PostAsync(shop, path, ("kind", "Promotional"), ("answer", "yes"));
        Assert.That(yes.QuerySelector("[role=status]")!.TextContent, Is.EqualTo("Saved."));
        Assert.That(Page.TextOf(yes.QuerySelector("main")!), Does.Contain("You get them."));
        IHtmlDocument no = await Page.PostAsync(shop, path, ("kind", "Promotional"), ("answer", "no"));

        string today = TimeProvider.System.GetUtcNow().ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        Assert.That(
            no.QuerySelectorAll(".history li").Select(Page.TextOf),
            Is.EqualTo(
                new[]
                {
                    $"No: Offers and news, by every channel {today} · preferences page",
                    $"Yes: Offers and news, by every channel {today} · preferences page",
                }
            )
        );
        IReadOnlyList<ConsentView> evidence = await shop.EvidenceOfAsync();
        Assert.That(evidence.Select(said => said.Decision), Is.EqualTo([ConsentDecision.Granted, ConsentDecision.Withdrawn]));
        Assert.That(evidence.Select(said => said.By), Is.All.EqualTo("ana"));
    }

    [Test]
    public async Task What_stands_is_not_recorded_again()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await Page.PostAsync(shop, shop.PreferencesOf(), ("kind", "Promotional"), ("answer", "no"));
        }

        Assert.That(await shop.EvidenceOfAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_said_of_one_channel_is_shown_and_can_be_taken_back()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.GrantAsync();
        await Page.PostAsync(shop, shop.UnsubscribeOf(), ("List-Unsubscribe", "One-Click"));

        IHtmlDocument page = await Page.GetAsync(shop, shop.PreferencesOf());
        Assert.That(Page.TextOf(page.QuerySelector("main")!), Does.Contain("You get them.").And.Contain("You do not get them by email."));
        Assert.That(page.QuerySelectorAll("button").Select(button => button.GetAttribute("value")), Is.EqualTo(["no", "yes"]));

        IHtmlDocument after = await Page.PostAsync(shop, shop.PreferencesOf(), ("kind", "Promotional"), ("answer", "yes"));
        Assert.That(Page.TextOf(after.QuerySelector("main")!), Does.Not.Contain("You do not get them"));
    }

    [Test]
    public async Task Service_messages_are_there_where_the_host_lets_them_be_declined()
    {
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints =>
            touchpoints.Configure(options => options.ServiceMayBeDeclined = true)
        );

        IHtmlDocument page = await Page.PostAsync(shop, shop.PreferencesOf(), ("kind", "Service"), ("answer", "no"));

        Assert.That(Page.TextOf(page.QuerySelector("main")!), Does.Contain("Updates while you wait"));
        Assert.That((await shop.EvidenceOfAsync()).Single().Category, Is.EqualTo(Category.Service));
    }

    [TestCase("Service", "no", Description = "The host does not let it be declined.")]
    [TestCase("Transactional", "no")]
    [TestCase("promotional", "no")]
    [TestCase("2", "no")]
    [TestCase("", "no")]
    [TestCase("Promotional", "maybe")]
    [TestCase("Promotional", "")]
    public async Task What_is_no_answer_changes_nothing(string kind, string answer)
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using FormUrlEncodedContent form = Page.Form(("kind", kind), ("answer", answer));

        HttpResponseMessage response = await shop.Client.PostAsync(shop.PreferencesOf(), form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task A_link_of_one_customer_changes_nothing_of_another()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.GrantAsync("ben");

        await Page.PostAsync(shop, shop.PreferencesOf("ana"), ("kind", "Promotional"), ("answer", "no"), ("customer", "ben"));

        Assert.That(await shop.EvidenceOfAsync("ben"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_topic_is_declined_by_itself_and_says_what_it_is()
    {
        var letter = new Topic("newsletter", Category.Promotional)
        {
            Words = new Dictionary<string, TopicWords> { ["en"] = new("Camera letter", "Once a month, <b>new</b> cameras.") },
        };
        var tips = new Topic("tips", Category.Service) { MayBeDeclined = true };
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints => touchpoints.AddTopic(letter).AddTopic(tips));
        await shop.GrantAsync();
        string path = shop.PreferencesOf();
        IHtmlDocument before = await Page.GetAsync(shop, path);
        Assert.That(before.QuerySelectorAll("h2").Select(Page.TextOf).Take(3), Is.EqualTo(["Offers and news", "Camera letter", "tips"]));
        Assert.That(StandingOf(before), Is.EqualTo(["You get them.", "You get them.", "You get them."]));
        Assert.That(Page.TextOf(before.QuerySelector("main")!), Does.Contain("Once a month, <b>new</b> cameras."));

        IHtmlDocument after = await Page.PostAsync(shop, path, ("kind", "newsletter"), ("answer", "no"));
        Assert.That(StandingOf(after), Is.EqualTo(["You get them.", "You do not get them.", "You get them."]));
        Assert.That(Page.TextOf(after.QuerySelector(".history li")!), Does.StartWith("No: Camera letter, by every channel"));
        Assert.That((await shop.EvidenceOfAsync())[^1].Topic, Is.EqualTo("newsletter"));

        // Who agrees to all again has not agreed to what they declined by its name; who declines all gets nothing of it.
        IHtmlDocument none = await Page.PostAsync(shop, path, ("kind", "tips"), ("answer", "no"));
        Assert.That(StandingOf(none), Is.EqualTo(["You get them.", "You do not get them.", "You do not get them."]));
        await Page.PostAsync(shop, path, ("kind", "newsletter"), ("answer", "yes"));
        IHtmlDocument all = await Page.PostAsync(shop, path, ("kind", "Promotional"), ("answer", "no"));
        Assert.That(StandingOf(all).Take(2), Is.EqualTo(["You do not get them.", "You do not get them."]));
    }

    private static string[] StandingOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("section form").Select(form => Page.TextOf(form.ParentElement!.QuerySelector("strong")!))];
}
