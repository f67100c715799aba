using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Inquiries;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>A question is asked once, about what its link is about, and after what is known was shown.</summary>
public sealed class AskPageTests
{
    private static readonly JourneyId Order = "order/1042";

    [Test]
    public async Task A_status_page_leads_to_it_and_a_form_that_is_sent_twice_asks_once()
    {
        await using ShopHost shop = await OpenAsync();
        IHtmlDocument status = await Page.GetAsync(shop, shop.StatusOf(Order.ToString()));
        string path = ((IHtmlAnchorElement)status.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("Ask"))).PathName;
        (string, string)[] form = [("form", FormOf(await Page.GetAsync(shop, path))), ("question", "Where is <it>?")];
        for (int i = 0; i < 2; i++)
        {
            Assert.That(
                Page.TextOf((await Page.PostAsync(shop, path, form)).QuerySelector("h1")!),
                Is.EqualTo("Thank you. We have your question.")
            );
        }

        ConversationView asked = await QuestionAsync(shop);
        Assert.That(asked.Conversation.Messages.Single().Text, Is.EqualTo("Where is <it>?"));
        Assert.That(asked.Conversation.Links, Is.EqualTo([Order]));
    }

    [Test]
    public async Task What_is_known_is_shown_first_and_the_question_is_sent_all_the_same_when_it_is_said_again()
    {
        await using ShopHost shop = await OpenAsync(services => services.AddSingleton<ISuggestedAnswers>(new Known()));
        string path = Surveys.AskOf(shop, Order);
        string form = FormOf(await Page.GetAsync(shop, path));
        IHtmlDocument page = await Page.PostAsync(shop, path, ("form", form), ("question", "Where is it?"));
        Assert.That(Page.TextOf(page.QuerySelector("summary")!), Is.EqualTo("Where is my <parcel>?"));
        Assert.That(page.QuerySelectorAll("details p"), Has.Length.EqualTo(2));
        Assert.That(page.QuerySelector("textarea")!.TextContent, Is.EqualTo("Where is it?"));
        Assert.That(await QuestionsAsync(shop), Is.Empty);

        await Page.PostAsync(shop, path, ("form", FormOf(page)), ("question", "Where is it?"), ("sure", "yes"));
        Assert.That(await QuestionsAsync(shop), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_and_too_much_are_not_sent_and_what_was_written_comes_back()
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.AskOf(shop, Order);
        foreach (string question in new[] { "", "   ", new string('x', 4001) })
        {
            using FormUrlEncodedContent form = Page.Form(("question", question));
            IHtmlDocument page = await Page.ReadAsync(await shop.Client.PostAsync(path, form), HttpStatusCode.BadRequest);
            Assert.That(page.QuerySelector("textarea")!.TextContent, Is.EqualTo(question.Trim()));
        }

        Assert.That(await QuestionsAsync(shop), Is.Empty);
    }

    [Test]
    public async Task Looking_asks_nothing_and_a_link_about_a_strangers_order_is_gone()
    {
        await using ShopHost shop = await OpenAsync();
        await Page.GetAsync(shop, Surveys.AskOf(shop, Order) + "?question=yes&sure=yes");
        Assert.That(await QuestionsAsync(shop), Is.Empty);
        string stranger = Surveys.AskOf(shop, Order, "bo");
        using FormUrlEncodedContent form = Page.Form(("question", "Where is it?"), ("sure", "yes"));
        Assert.That((await shop.Client.GetAsync(stranger)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await shop.Client.PostAsync(stranger, form)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_asks_too_often_is_asked_to_wait()
    {
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints => touchpoints.AddInquiries(limits => limits.MaxMessages = 1));
        await shop.PlaceAsync(Order.ToString());
        string path = Surveys.AskOf(shop, Order);
        await Page.PostAsync(shop, path, ("question", "One?"));
        using FormUrlEncodedContent form = Page.Form(("question", "Two?"));
        Assert.That((await shop.Client.PostAsync(path, form)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Without_inquiries_there_is_no_such_page_and_no_link_to_it()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PlaceAsync(Order.ToString());
        Assert.That((await shop.Client.GetAsync(Surveys.AskOf(shop, Order))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Page.GetAsync(shop, shop.StatusOf(Order.ToString()))).QuerySelectorAll("main p a"), Is.Empty);
    }

    private static string FormOf(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("input[name=form]")!).Value;

    private static async Task<IReadOnlyList<JourneyId>> QuestionsAsync(ShopHost shop) =>
        [
            .. (await shop.Touchpoints.GetCustomerAsync("ana"))!
                .Journeys.Select(journey => journey.Journey)
                .Where(journey => journey.Lifecycle == "question"),
        ];

    private static async Task<ConversationView> QuestionAsync(ShopHost shop) =>
        (await shop.Services.GetRequiredService<IInquiries>().GetAsync((await QuestionsAsync(shop)).Single()))!;

    private static async Task<ShopHost> OpenAsync(Action<IServiceCollection>? configure = null)
    {
        ShopHost shop = await ShopHost.StartAsync(touchpoints =>
        {
            Surveys.Add(touchpoints);
            configure?.Invoke(touchpoints.Services);
        });
        await shop.PlaceAsync(Order.ToString());
        return shop;
    }

    private sealed class Known : ISuggestedAnswers
    {
        public Task<IReadOnlyList<SuggestedAnswer>> SuggestAsync(
            string question,
            string language,
            CancellationToken cancellationToken = default
        ) => Task.FromResult<IReadOnlyList<SuggestedAnswer>>([new("Where is my <parcel>?", "On its way.\n\nLook at the carrier's page.")]);
    }
}
