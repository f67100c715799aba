using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>Who follows the link of a message sees where things stand.</summary>
public sealed class StatusPageTests
{
    private static readonly DateTimeOffset Friday = new(2126, 12, 6, 15, 30, 0, TimeSpan.Zero);

    [Test]
    public async Task It_shows_the_steps_with_their_dates_what_is_next_and_what_was_promised()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.Touchpoints.RaiseAsync(
            "order/1042",
            new OrderPlaced("1042"),
            id: "1",
            occurredAt: new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero),
            customer: "ana"
        );
        await shop.Touchpoints.RaiseAsync(
            "order/1042",
            new OrderPacked(Friday),
            id: "2",
            occurredAt: new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.Zero)
        );

        IHtmlDocument page = await Page.GetAsync(shop, shop.StatusOf("order/1042"));

        Assert.That(page.Title, Is.EqualTo("Your order 1042 · Lumen <Cameras> & Co"));
        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(
            page.QuerySelectorAll(".steps li").Select(step => $"{step.ClassName}: {Page.TextOf(step)}"),
            Is.EqualTo([
                "reached: We have your order March 9, 2026 reached",
                "current: It is packed March 11, 2026 here we are",
                "ahead: It is on its way <b>&</b> to come",
                "ahead: It is with you to come",
            ]),
            "23:30 in UTC is the next day in Rome."
        );
        Assert.That(page.QuerySelector("li[aria-current=step]")?.ClassName, Is.EqualTo("current"));
        string main = Page.TextOf(page.QuerySelector("main")!);
        Assert.That(main, Does.Contain("It is packed since March 11, 2026"));
        Assert.That(main, Does.Contain("Next: It is on its way <b>&</b>"));
        Assert.That(main, Does.Contain("We promised to be back to you by Friday, December 6").And.Contain("4:30"));
        Assert.That(main, Does.Contain("+39 06 5550 1234 Mon–Fri 9–18").And.Contain("help@lumen.example"));
        Assert.That(page.QuerySelector("a[href='tel:+390655501234']"), Is.Not.Null);
    }

    [Test]
    public async Task A_broken_promise_is_said_to_be_one()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        await shop.Touchpoints.RaiseAsync(
            "order/1",
            new OrderPacked(new DateTimeOffset(2026, 3, 10, 15, 30, 0, TimeSpan.Zero)),
            id: "2",
            occurredAt: new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero)
        );

        string late = Page.TextOf((await Page.GetAsync(shop, shop.StatusOf("order/1"))).QuerySelector("main")!);
        await shop.Touchpoints.RaiseAsync("order/1", new OrderDelivered(), id: "3");
        string delivered = Page.TextOf((await Page.GetAsync(shop, shop.StatusOf("order/1"))).QuerySelector("main")!);

        Assert.That(late, Does.Contain("We had promised to be back to you by Tuesday, March 10").And.Contain("We are late, and sorry."));
        Assert.That(delivered, Does.Not.Contain("promised"));
    }

    [Test]
    public async Task It_speaks_the_customers_language_and_never_two()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1", "ana-de");
        await shop.PlaceAsync("order/2", "ben-fr");

        IHtmlDocument german = await Page.GetAsync(shop, shop.StatusOf("order/1", "ana-de"));
        IHtmlDocument french = await Page.GetAsync(shop, shop.StatusOf("order/2", "ben-fr"));

        Assert.That(german.DocumentElement.GetAttribute("lang"), Is.EqualTo("de"));
        Assert.That(german.QuerySelector("h1")!.TextContent, Is.EqualTo("Ihre Bestellung 1"));
        Assert.That(Page.TextOf(german.QuerySelector("main")!), Does.Contain("Als Nächstes: Verpackt"));

        // Nobody has given French words for the steps: they are counted, and no English is shown.
        string words = Page.TextOf(french.QuerySelector("main")!);
        Assert.That(words, Does.Contain("Étape 1 sur 4").And.Contain("Nous nous en occupons"));
        Assert.That(words, Does.Not.Contain("we have your order").IgnoreCase);
    }

    [Test]
    public async Task A_journey_of_somebody_else_or_of_nobody_is_not_there()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1", "ana");

        Assert.That((await shop.Client.GetAsync(shop.StatusOf("order/1", "ben"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await shop.Client.GetAsync(shop.StatusOf("order/2", "ana"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await shop.Client.GetAsync(shop.StatusOf("nothing/2", "ana"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_customer_who_was_erased_is_shown_nothing()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync("order/1");
        string path = shop.StatusOf("order/1");
        Assert.That((await shop.Client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await shop.Services.GetRequiredService<ICustomerIdentity>().EraseAsync("ana", "asked for it", "privacy desk");

        Assert.That((await shop.Client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await shop.Client.GetAsync(shop.PreferencesOf())).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_words_are_the_hosts_where_it_has_some()
    {
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints =>
            touchpoints.ConfigureMessages(messages =>
                messages.AddWords("en", new Dictionary<string, string> { ["page.status.next"] = "Up next: {0}" })
            )
        );
        await shop.PlaceAsync("order/1");

        Assert.That(
            Page.TextOf((await Page.GetAsync(shop, shop.StatusOf("order/1"))).QuerySelector("main")!),
            Does.Contain("Up next: It is packed")
        );
    }
}
