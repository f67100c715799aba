using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles.OptIn;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>Who asked for messages confirms it by a button; who did not says so.</summary>
public sealed class ConfirmTests
{
    private const string Journey = "opt-in/ana-1";

    [Test]
    public async Task A_yes_is_recorded_with_the_words_that_it_was_said_to()
    {
        await using ShopHost shop = await StartAsync();
        string path = await AskAsync(shop);
        IHtmlDocument page = await Page.GetAsync(shop, path);
        Assert.That(
            page.QuerySelectorAll("button").Select(button => button.TextContent),
            Is.EqualTo(["Yes, it was me", "No, it was not me"])
        );
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty, "A scanner that follows the link confirms nothing.");

        IHtmlDocument done = await Page.PostAsync(shop, path, ("answer", "yes"));
        await Page.PostAsync(shop, path, ("answer", "yes"));

        Assert.That(done.QuerySelector("h1")!.TextContent, Is.EqualTo("Thank you. It is confirmed."));
        ConsentView said = (await shop.EvidenceOfAsync()).Single();
        Assert.That(
            (said.Decision, said.Channel, said.Wording, said.Source),
            Is.EqualTo((ConsentDecision.Granted, (Channel?)Channel.Email, "letters-2026-03", "double opt-in"))
        );
    }

    [Test]
    public async Task A_no_ends_it_and_a_late_yes_is_told_so()
    {
        await using ShopHost shop = await StartAsync();
        string path = await AskAsync(shop);

        IHtmlDocument refused = await Page.PostAsync(shop, path, ("answer", "no"));
        IHtmlDocument late = await Page.PostAsync(shop, path, ("answer", "yes"));

        Assert.That(refused.QuerySelector("h1")!.TextContent, Is.EqualTo("All right. Nothing is sent to you."));
        Assert.That(Page.TextOf(late.QuerySelector("main")!), Does.Contain("This request has lapsed."));
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
        Assert.That((await shop.Touchpoints.GetJourneyAsync(Journey))!.State, Is.EqualTo("refused"));
    }

    [Test]
    public async Task Only_who_was_asked_can_answer()
    {
        await using ShopHost shop = await StartAsync();
        await AskAsync(shop);
        string path = shop.PathOf(LinkPurpose.Confirm, new LinkSubject { Customer = "ben", Journey = Journey });
        using FormUrlEncodedContent form = Page.Form(("answer", "yes"));

        Assert.That((await shop.Client.PostAsync(path, form)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await shop.EvidenceOfAsync("ben"), Is.Empty);
    }

    [Test]
    public async Task Without_double_opt_in_there_is_no_such_page()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        string path = shop.PathOf(LinkPurpose.Confirm, new LinkSubject { Customer = "ana", Journey = Journey });

        Assert.That((await shop.Client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static Task<ShopHost> StartAsync() => ShopHost.StartAsync(touchpoints => touchpoints.AddDoubleOptIn());

    private static async Task<string> AskAsync(ShopHost shop)
    {
        Uri link = shop.Links.Link(
            LinkPurpose.Confirm,
            new LinkSubject
            {
                Customer = "ana",
                Journey = Journey,
                Channel = Channel.Email,
                Wording = "letters-2026-03",
            }
        );
        await shop.Touchpoints.RaiseAsync(Journey, new ConsentAsked("Lumen Letters", link), id: "form-1", customer: "ana");
        return link.AbsolutePath;
    }
}
