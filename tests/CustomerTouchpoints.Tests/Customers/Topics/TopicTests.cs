using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Preferring;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Preferring.ReaderLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Topics;

/// <summary>What a host declares of what its messages are about, and what is refused.</summary>
public sealed class TopicTests
{
    private static readonly Dictionary<string, TopicWords> Words = new()
    {
        ["en"] = new("Newsletter"),
        ["de"] = new("Rundbrief"),
        ["fr-CA"] = new("Infolettre"),
    };

    [TestCase("de", "Rundbrief")]
    [TestCase("de-AT", "Rundbrief")]
    [TestCase("zh-Hant-TW", "Newsletter")]
    [TestCase("fr-CA", "Infolettre")]
    [TestCase("fr", "Newsletter")]
    [TestCase("", "Newsletter")]
    public void Its_words_are_those_of_the_language_or_in_english(string culture, string words) =>
        Assert.That(
            new Topic("newsletter", Category.Promotional) { Words = Words }
                .WordsIn(culture)
                .Name,
            Is.EqualTo(words)
        );

    [Test]
    public void Without_words_its_name_stands_for_them() => Assert.That(Offers.WordsIn("de"), Is.EqualTo(new TopicWords("offers")));

    [Test]
    public void What_leaves_no_choice_is_refused()
    {
        Assert.That(() => new Topic("News Letter", Category.Promotional), Throws.ArgumentException);
        Assert.That(() => new Topic("a", (Category)7), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Topic("bills", Category.Transactional) { MayBeDeclined = true }, Throws.ArgumentException);
        Assert.That(() => new Topic("bills", Category.Transactional) { OnlyOnRequest = true }, Throws.ArgumentException);
        Assert.That(() => new Topic("offers", Category.Promotional) { MayBeDeclined = false }, Throws.ArgumentException);
    }

    [TestCase(false, new[] { "newsletter", "offers", "progress", "tips" })]
    [TestCase(true, new[] { "newsletter", "offers", "progress", "tips", "updates" })]
    public async Task The_face_lists_them_and_says_which_may_be_declined(bool service, string[] declinable)
    {
        await using TouchpointsTestHost host = await StartAsync(touchpoints =>
            touchpoints
                .AddTopic(All)
                .AddTopic(Newsletter)
                .AddTopic(new Topic("updates", Category.Service))
                .Configure(options => options.ServiceMayBeDeclined = service)
        );
        IReadOnlyList<Topic> topics = host.Services.GetRequiredService<ICustomerWishes>().Topics;
        Assert.That(topics.Select(topic => topic.Name), Is.EqualTo(["newsletter", "offers", "progress", "tips", "bills", "updates"]));
        Assert.That(topics.Where(topic => topic.MayBeDeclined).Select(topic => topic.Name), Is.EqualTo(declinable));
        Assert.That(topics[0].WordsIn("de-CH").Name, Is.EqualTo("Rundbrief"));
    }

    [Test]
    public void A_rule_whose_topic_is_not_declared_or_is_declared_otherwise_is_refused_with_all_others()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            StartAsync(touchpoints =>
                touchpoints
                    .AddTopic(Newsletter, Offers, Bills, new Topic("progress", Category.Promotional), new Topic("offers", Category.Service))
                    .Configure(options =>
                    {
                        options.Caps.Add(new Cap { Topic = "bills" });
                        options.Caps.Add(new Cap { Topic = "newsletter" });
                    })
            )
        );
        Assert.That(
            refused.Message,
            Does.Contain("two topics are called offers")
                .And.Contain("reader: rule progress: the topic progress is declared otherwise")
                .And.Contain("reader: rule tip: the topic tips is not declared")
                .And.Contain("no promotional topic is called bills")
                .And.Not.Contain("no promotional topic is called newsletter")
                .And.Not.Contain("rule issue")
        );
    }

    [TestCase("newsletter", Category.Promotional, null)]
    [TestCase("progress", Category.Service, null)]
    [TestCase("tips", Category.Service, null)]
    [TestCase("newsletter", Category.Service, "newsletter is Promotional")]
    [TestCase("bills", Category.Transactional, "can't be declined")]
    [TestCase("weather", Category.Promotional, "Declared: newsletter, offers, progress, tips, bills")]
    [TestCase(null, Category.Service, "TouchpointsOptions.ServiceMayBeDeclined")]
    public async Task Consent_is_said_of_a_topic_that_is_declared_and_may_be_declined(string? topic, Category category, string? fault)
    {
        await using TouchpointsTestHost host = await StartAsync(touchpoints => touchpoints.AddTopic(All));
        Func<Task> record = () =>
            host.RecordConsentAsync(
                new ConsentRecord
                {
                    Customer = "ana",
                    Category = category,
                    Topic = topic,
                    Decision = ConsentDecision.Withdrawn,
                    Source = "test",
                    By = "ana",
                }
            );
        Assert.That(() => record(), fault is null ? Throws.Nothing : Throws.ArgumentException.With.Message.Contains(fault));
    }

    private static Task<TouchpointsTestHost> StartAsync(Action<TouchpointsBuilder> configure) =>
        TouchpointsTestHost.StartAsync<ReaderLifecycle>(configure);
}
