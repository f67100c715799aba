using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>A digest whose messages are about different things: what a customer declined of them is asked of each.</summary>
public sealed class DigestTopicTests
{
    [Test]
    public async Task What_was_declined_by_its_topic_does_not_leave_with_the_rest()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("news", 1));
        await host.RaiseAsync(Fact("tip", 2));
        await host.RaiseAsync(Fact("news", 3));
        await host.RecordConsentAsync(Said(Category.Service, ConsentDecision.Withdrawn, NewsLifecycle.Tips));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(host.Channel.Sent.Single().Content.Text, Does.Contain("[news 1][news 3]").And.Not.Contain("tip"));
        host.SentTo("ana").ShouldBe("hourly");
    }

    [Test]
    public async Task What_is_promotional_leaves_by_its_topic()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RecordConsentAsync(Said(Category.Promotional, ConsentDecision.Granted, topic: null));
        await host.RaiseTogetherAsync(Fact("offer", 1), Fact("offer", 2), Fact("letter", 3), Fact("letter", 4));

        await host.AdvanceAsync(TimeSpan.FromHours(2));
        string[] told = [.. host.Channel.Sent.Select(message => message.Content.Text.Split('\n')[0]).Order(StringComparer.Ordinal)];
        Assert.That(told, Is.EqualTo(["[letter 3][letter 4]", "[offer 1][offer 2]"]));
    }

    private static ConsentRecord Said(Category category, ConsentDecision decision, Topic? topic) =>
        new()
        {
            Customer = "ana",
            Category = category,
            Topic = topic?.Name,
            Decision = decision,
            Source = "test",
            By = "ana",
        };

    private static IncomingEvent Fact(string name, int number) =>
        new()
        {
            Journey = $"news/{number}",
            Name = name,
            Id = name,
            Customer = "ana",
        };

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<NewsLifecycle>(touchpoints =>
        {
            string templates = Directory.CreateTempSubdirectory("digest-topics-").FullName;
            foreach (string digest in (string[])["hourly", "offers"])
            {
                File.WriteAllText(
                    Path.Combine(templates, $"{digest}.md"),
                    "---\nsubject: News\nsample:\n  items: []\n---\n"
                        + "{{ for item in items }}\\[{{ item.rule }} {{ item.journey.key }}\\]{{ end }}\n"
                );
            }

            foreach (Topic topic in NewsLifecycle.Topics)
            {
                touchpoints.AddTopic(topic);
            }

            touchpoints
                .AddTemplates(templates)
                .Configure(options =>
                {
                    options.Digests.Add(new Digest { Name = "hourly", Window = TimeSpan.FromHours(1) });
                    options.Digests.Add(new Digest { Name = "offers", Window = TimeSpan.FromHours(1) });
                });
        });

    private sealed class NewsLifecycle() : Lifecycle("news", version: 1)
    {
        public static readonly Topic Tips = new("tips", Category.Service) { MayBeDeclined = true };
        public static readonly Topic News = new("news", Category.Service) { MayBeDeclined = true };
        public static readonly Topic Offers = new("offers", Category.Promotional);
        public static readonly Topic Letter = new("letter", Category.Promotional);

        public static readonly State Open = new("open");

        public static IReadOnlyList<Topic> Topics { get; } = [Tips, News, Offers, Letter];

        protected override void Define(LifecycleBuilder news)
        {
            foreach (string name in (string[])["tip", "news", "offer", "letter"])
            {
                news.OpensWith(name).GoTo(Open);
                news.WhileOpen().On(name).Stay();
            }

            news.On("tip").Send("tip").As(Tips).InDigest("hourly");
            news.On("news").Send("news").As(News).InDigest("hourly");
            news.On("offer").Send("offer").As(Offers).InDigest("offers");
            news.On("letter").Send("letter").As(Letter).InDigest("offers");
        }
    }
}
