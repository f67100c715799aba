using System.Text.RegularExpressions;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Two hosts that gather what waits of the same customers.</summary>
public sealed partial class SharedDigestTests
{
    private string templates = "";

    [SetUp]
    public void WriteTemplates()
    {
        templates = Directory.CreateTempSubdirectory("touchpoints-digests-").FullName;
        File.WriteAllText(Path.Combine(templates, "news.md"), "---\nsubject: News\n---\n({{ journey.key }})\n");
        File.WriteAllText(
            Path.Combine(templates, "soon.md"),
            "---\nsubject: News\nrequires: [items]\nsample:\n  items:\n    - journey: { key: a }\n---\n"
                + "{{ for item in items }}({{ item.journey.key }}) {{ end }}\n"
        );
    }

    [TearDown]
    public void DeleteTemplates() => Directory.Delete(templates, recursive: true);

    [Test]
    public async Task No_item_is_lost_and_none_leaves_twice()
    {
        const int Customers = 20;
        const int Items = 30;
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: Digesting);
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: Digesting);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Customers * Items),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
                await (i % 2 == 0 ? one : two).Touchpoints.RaiseAsync(
                    new IncomingEvent
                    {
                        Journey = $"news/{i}",
                        Name = "begun",
                        Id = "begun",
                        Customer = $"customer-{i % Customers}",
                    },
                    CancellationToken.None
                )
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status NOT IN ('Sent', 'Merged')") == 0,
            () => "every item to leave"
        );
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM customer_touchpoints WHERE status <> 'Sent'") == 0,
            () => "every digest to leave"
        );

        string[] told =
        [
            .. one
                .Channel.Sent.Concat(two.Channel.Sent)
                .SelectMany(message => Key().Matches(message.Content.Text).Select(key => key.Value)),
        ];
        int messages = one.Channel.Sent.Count + two.Channel.Sent.Count;
        await TestContext.Out.WriteLineAsync($"{told.Length} items left in {messages} messages");
        Assert.That(told, Is.Unique.And.Length.EqualTo(Customers * Items));
        Assert.That(messages, Is.LessThan(Customers * Items / 2), "or nothing was gathered");
        Assert.That(schema.Ask<long>("SELECT count(*) FROM customers WHERE memory LIKE '%digests%'"), Is.Zero);
    }

    private void Digesting(TouchpointsBuilder touchpoints) =>
        touchpoints
            .AddLifecycle<NewsLifecycle>()
            .AddTemplates(templates)
            .Configure(options => options.Digests.Add(new Digest { Name = "soon", Window = TimeSpan.FromMilliseconds(500) }));

    [GeneratedRegex(@"\(\d+\)")]
    private static partial Regex Key();

    private sealed class NewsLifecycle() : Lifecycle("news", version: 1)
    {
        private static readonly State Begun = new("begun");

        protected override void Define(LifecycleBuilder news)
        {
            news.Line(Begun.ReachedBy("begun"));
            news.OnEntering(Begun).Send("news").InDigest("soon");
        }
    }
}
