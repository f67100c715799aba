using System.Net;
using AngleSharp.Html.Dom;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Feedback;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>How it went is said by a button; looking records nothing, whatever the link brings.</summary>
public sealed class FeedbackPageTests
{
    private static readonly JourneyId Order = "order/1042";

    [TestCase("delivery", "How was the <delivery>?", 5)]
    [TestCase("recommend", "How likely are you to recommend us to others?", 11)]
    [TestCase("solved", "Is it solved?", 2)]
    public async Task It_asks_as_the_survey_says_and_takes_one_answer(string survey, string question, int answers)
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.PathOf(shop, Order, survey);
        IHtmlDocument page = await Page.GetAsync(shop, path);
        Assert.That(Page.TextOf(page.QuerySelector("legend")!), Is.EqualTo(question));
        Assert.That(page.QuerySelectorAll("input[type=radio]"), Has.Length.EqualTo(answers));
        Assert.That(page.QuerySelectorAll("input[checked]"), Is.Empty);

        IHtmlDocument done = await Page.PostAsync(shop, path, ("answer", "1"), ("comment", "Fine, <b>really</b>."));
        Assert.That(Page.TextOf(done.QuerySelector("[role=status]")!), Does.StartWith("Thank you."));
        Assert.That(done.QuerySelector("textarea")!.TextContent, Is.EqualTo("Fine, <b>really</b>."));
        Assert.That((await ReadAsync(shop, path))!.Given, Is.EqualTo(new SurveyAnswer { Value = 1, Comment = "Fine, <b>really</b>." }));
    }

    [Test]
    public async Task A_link_with_an_answer_chooses_it_and_records_nothing()
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.PathOf(shop, Order, "delivery");
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, path + "?answer=4&comment=no");
            Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        IHtmlDocument page = await Page.GetAsync(shop, path + "?answer=4");
        Assert.That(((IHtmlInputElement)page.QuerySelectorAll("input[checked]").Single()).Value, Is.EqualTo("4"));
        Assert.That((await Page.GetAsync(shop, path + "?answer=9")).QuerySelectorAll("input[checked]"), Is.Empty);
        Assert.That((await ReadAsync(shop, path))!.Given, Is.Null);
    }

    [Test]
    public async Task It_can_be_changed_and_shows_what_stands()
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.PathOf(shop, Order, "delivery");
        await Page.PostAsync(shop, path, ("answer", "2"), ("comment", ""));
        await Page.PostAsync(shop, path + "?answer=2", ("answer", "3"), ("comment", "Better now.\r\nThanks."));
        IHtmlDocument page = await Page.GetAsync(shop, path);

        Assert.That(((IHtmlInputElement)page.QuerySelectorAll("input[checked]").Single()).Value, Is.EqualTo("3"));
        Assert.That((await ReadAsync(shop, path))!.Given!.Comment, Is.EqualTo("Better now.\nThanks."));
        Assert.That(Page.TextOf(page.QuerySelector("main")!), Does.Contain("You may change your answer until"));
    }

    [Test]
    public async Task What_was_filled_in_wrongly_comes_back_with_what_was_written()
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.PathOf(shop, Order, "delivery");
        foreach (
            (string answer, string comment) in new[]
            {
                ("", "kept"),
                ("6", "kept"),
                ("-1", "kept"),
                ("1e0", "kept"),
                ("5", new string('x', 2001)),
            }
        )
        {
            using FormUrlEncodedContent form = Page.Form(("answer", answer), ("comment", comment));
            IHtmlDocument page = await Page.ReadAsync(await shop.Client.PostAsync(path, form), HttpStatusCode.BadRequest);
            Assert.That(page.QuerySelector("textarea")!.TextContent, Is.EqualTo(comment));
        }

        Assert.That((await ReadAsync(shop, path))!.Given, Is.Null);
    }

    [Test]
    public async Task The_longest_comment_in_any_script_is_taken_and_a_longer_body_is_not()
    {
        await using ShopHost shop = await OpenAsync();
        string path = Surveys.PathOf(shop, Order, "delivery");
        await Page.PostAsync(shop, path, ("answer", "5"), ("comment", new string('字', 2000)));
        Assert.That((await ReadAsync(shop, path))!.Given!.Comment, Has.Length.EqualTo(2000));

        using FormUrlEncodedContent form = Page.Form(("answer", "5"), ("comment", new string('字', 8000)));
        Assert.That((await shop.Client.PostAsync(path, form)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task What_does_not_work_looks_as_all_that_does_not_work()
    {
        await using ShopHost shop = await OpenAsync();
        await shop.PlaceAsync("order/2", "bo");
        string gone = await (await shop.Client.GetAsync("/my/feedback/none")).Content.ReadAsStringAsync();
        foreach (
            string path in new[]
            {
                Surveys.PathOf(shop, Order, "delivery", "bo"),
                Surveys.PathOf(shop, "order/9", "delivery"),
                Surveys.PathOf(shop, Order, "no-such"),
                shop.StatusOf(Order.ToString()).Replace("/status/", "/feedback/", StringComparison.Ordinal),
            }
        )
        {
            HttpResponseMessage answer = await shop.Client.GetAsync(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(gone));
            using FormUrlEncodedContent form = Page.Form(("answer", "1"));
            Assert.That((await shop.Client.PostAsync(path, form)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("ana-de", "Wie ist es gelaufen?")]
    [TestCase("ana-fr", "Comment cela s’est-il passé ?")]
    [TestCase("ana-it", "Com’è andata?")]
    public async Task It_is_in_the_customers_language(string customer, string title)
    {
        await using ShopHost shop = await OpenAsync(customer);
        IHtmlDocument page = await Page.GetAsync(shop, Surveys.PathOf(shop, Order, "solved", customer));
        Assert.That(Page.TextOf(page.QuerySelector("h1")!), Is.EqualTo(title));
    }

    private static Task<SurveyInvitation?> ReadAsync(ShopHost shop, string path) => Surveys.FeedbackOf(shop).ReadAsync(path.Split('/')[^1]);

    private static async Task<ShopHost> OpenAsync(string customer = "ana")
    {
        ShopHost shop = await ShopHost.StartAsync(Surveys.Add);
        await shop.PlaceAsync(Order.ToString(), customer);
        return shop;
    }
}
