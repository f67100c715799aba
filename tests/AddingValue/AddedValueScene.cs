using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AddingValue;

/// <summary>Added value follows the content of messages, where its customer may see it and has not yet. Each store runs it.</summary>
public abstract class AddedValueScene
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    private static readonly string[] Blocks = ["lens-care", "lens-club", "lens-show", "lens-guide"];

    private readonly string templates = Directory.CreateTempSubdirectory("touchpoints-values-").FullName;
    private int facts;

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [SetUp]
    public void WriteTemplates()
    {
        foreach (string block in Blocks)
        {
            File.WriteAllText(
                Path.Combine(templates, $"{block}.md"),
                $"**Block {block}** for {{{{ customer.name }}}}, of camera {{{{ journey.key }}}}.\n"
            );
        }
    }

    [TearDown]
    public void DeleteTemplates() => Directory.Delete(templates, recursive: true);

    [Test]
    public async Task It_follows_the_content_in_html_and_in_text_and_the_journal_names_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought", "shipped");

        MessageContent content = host.SentTo("ana")[1].Content;
        Assert.That(content.Text, Does.Contain("Block lens-care for").And.Contain("of camera 1."));
        Assert.That(
            content.Text.IndexOf("Block", StringComparison.Ordinal),
            Is.GreaterThan(content.Text.IndexOf("camera-shipped", StringComparison.Ordinal))
        );
        Assert.That(content.Html, Does.Contain("<strong>Block lens-care</strong>"));
        Assert.That(await WhysAsync(host, "camera-shipped"), Is.EqualTo(["with-added-value lens-care"]));
        Assert.That(await WhysAsync(host, "camera-bought"), Is.EqualTo(["attempt "]));
        Assert.That(
            await host.Touchpoints.ExplainAsync(TouchpointId.Parse("camera/1~camera-shipped~2~customer~email")),
            Does.Contain("attempt 1 by email, with lens-care")
        );
    }

    [Test]
    public async Task A_chat_message_carries_it_and_a_text_message_does_not()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought", "texted", "called");

        Assert.That(Seen(host), Is.EqualTo(["", "", "lens-care"]));
        Assert.That(await WhysAsync(host, "camera-texted"), Is.EqualTo(["attempt "]));
    }

    [Test]
    public async Task Promotional_value_needs_consent_until_the_moment_of_sending_and_service_value_does_not()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await RaiseAsync(host, "bought", "shipped", "cleaned");
        Assert.That(Seen(host), Is.EqualTo(["", "", "lens-guide"]));
        Assert.That(await WhysAsync(host, "camera-shipped"), Is.EqualTo(["without-added-value no-promotions"]));

        await host.AdvanceAsync(Week);
        await AgreeAsync(host);
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(5)));
        await RaiseAsync(host, "shipped");
        await AgreeAsync(host, ConsentDecision.Withdrawn);
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.That(
            host.Channel.Attempts.TakeLast(2).Select(attempt => BlockIn(attempt.Content.Text)),
            Is.EqualTo(["lens-care", ""]),
            "what was tried in vain was not seen"
        );
        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.AddedValue.Select(seen => seen.Block), Is.EqualTo(["lens-guide"]));
    }

    [Test]
    public async Task Each_is_seen_once_the_least_seen_comes_first_and_a_week_has_one()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought", "shipped", "shipped");
        Assert.That(
            await WhysAsync(host, "camera-shipped"),
            Is.EqualTo(["with-added-value lens-care", "without-added-value value-cap-reached"])
        );

        for (int i = 0; i < 4; i++)
        {
            await host.AdvanceAsync(Week);
            await RaiseAsync(host, "shipped");
        }

        Assert.That(Seen(host).Skip(1), Is.EqualTo(["lens-care", "", "lens-show", "lens-show", "", ""]));
        Assert.That((await WhysAsync(host, "camera-shipped"))[^1], Is.EqualTo("without-added-value not-in-segment"));
        CustomerView ana = (await host.Touchpoints.GetCustomerAsync("ana"))!;
        Assert.That(ana.AddedValue.Select(seen => (seen.Block, seen.Times)), Is.EqualTo([("lens-care", 1), ("lens-show", 2)]));
    }

    [Test]
    public async Task Some_is_for_a_segment_and_a_rule_may_take_any()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(
            new Customer
            {
                Id = "ben",
                Segments = new HashSet<string> { "club" },
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ben@shop.example" },
            }
        );
        await AgreeAsync(host, customer: "ben");
        await host.RaiseAsync(CameraLifecycle.Fact("bought", "b1", "2", "ben"));
        for (int i = 0; i < 4; i++)
        {
            await host.RaiseAsync(CameraLifecycle.Fact("anything", $"b2.{i}", "2", "ben"));
            await host.AdvanceAsync(Week);
        }

        Assert.That(Seen(host, "ben"), Is.EqualTo(["", "lens-care", "lens-club", "lens-show", "lens-guide"]));
    }

    [Test]
    public async Task Never_in_bad_news_and_never_while_a_complaint_of_the_customer_is_open()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought", "delayed");
        await host.RaiseAsync(DamageLifecycle.Fact("reported", "d1"));
        await RaiseAsync(host, "shipped", "offer");
        await host.RaiseAsync(DamageLifecycle.Fact("settled", "d2"));
        await host.RaiseAsync(DamageLifecycle.Fact("again", "d3"));
        await RaiseAsync(host, "cleaned");
        await host.RaiseAsync(DamageLifecycle.Fact("settled", "d4"));
        await RaiseAsync(host, "shipped");

        Assert.That(Seen(host), Is.EqualTo(["", "", "", "", "", "lens-care"]));
        Assert.That(await WhysAsync(host, "camera-delayed"), Is.EqualTo(["without-added-value bad-news"]));
        Assert.That(await WhysAsync(host, "camera-cleaned"), Is.EqualTo(["without-added-value complaint-open"]));
        Assert.That(await WhysAsync(host, "camera-offer"), Is.EqualTo(["attempt "]));
    }

    [Test]
    public async Task What_was_seen_and_what_is_complained_of_survive_a_restart()
    {
        DateTimeOffset now;
        await using (TouchpointsTestHost first = await StartAsync())
        {
            await AgreeAsync(first);
            await RaiseAsync(first, "bought", "shipped");
            await first.RaiseAsync(DamageLifecycle.Fact("reported", "d1"));
            now = first.Time.GetUtcNow();
        }

        await using TouchpointsTestHost host = await StartAsync(now + Week);
        await RaiseAsync(host, "shipped");
        Assert.That(Seen(host), Is.EqualTo([""]));

        await host.RaiseAsync(DamageLifecycle.Fact("settled", "d2"));
        await RaiseAsync(host, "shipped");
        Assert.That(Seen(host), Is.EqualTo(["", "lens-show"]));
    }

    [Test]
    public async Task Two_who_turn_out_to_be_one_have_seen_what_either_has_and_complain_of_what_either_does()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await AgreeAsync(host, customer: "anna");
        await host.RaiseAsync(CameraLifecycle.Fact("bought", "a1", "2", "anna"));
        await host.RaiseAsync(CameraLifecycle.Fact("shipped", "a2", "2", "anna"));
        await host.RaiseAsync(DamageLifecycle.Fact("reported", "d1", "anna"));
        await host.CompleteAsync(host.Services.GetRequiredService<ICustomerIdentity>().MergeCustomersAsync("anna", "ana", "the desk"));
        await host.AdvanceAsync(Week);
        await RaiseAsync(host, "bought", "shipped");
        await host.RaiseAsync(DamageLifecycle.Fact("settled", "d2", null));
        await RaiseAsync(host, "shipped");

        Assert.That(Seen(host, "anna"), Is.EqualTo(["", "lens-care"]));
        Assert.That(Seen(host), Is.EqualTo(["", "", "lens-show"]));
    }

    [Test]
    public async Task Of_somebody_who_was_erased_nothing_is_known_that_they_saw()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought", "shipped");
        await host.RaiseAsync(DamageLifecycle.Fact("reported", "d1"));
        await host.CompleteAsync(host.Services.GetRequiredService<ICustomerIdentity>().EraseAsync("ana", "ana", "she asked"));

        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.AddedValue, Is.Empty);
        Assert.That(
            (await host.Services.GetRequiredService<ITouchpointStore>().FindCustomerAsync("ana", default))!.Memory,
            Does.Not.Contain("lens").And.Not.Contain("complaints")
        );
    }

    [Test]
    public async Task One_that_may_have_arrived_was_seen_and_its_repeat_says_the_same()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought");
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await RaiseAsync(host, "shipped");
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(host.Channel.Attempts.Skip(1).Select(attempt => BlockIn(attempt.Content.Text)), Is.EqualTo(["lens-care", "lens-care"]));
        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.AddedValue.Single().Times, Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_on_its_way_counts()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await AgreeAsync(host);
        await RaiseAsync(host, "bought");
        await host.RaiseAsync(CameraLifecycle.Fact("bought", "2.1", "2"));
        await host.RaiseTogetherAsync(CameraLifecycle.Fact("shipped", "1.2"), CameraLifecycle.Fact("shipped", "2.2", "2"));

        Assert.That(Seen(host), Is.EqualTo(["", "", "lens-care", ""]));
    }

    private Task<TouchpointsTestHost> StartAsync(DateTimeOffset? at = null) =>
        TouchpointsTestHost.StartAsync<CameraLifecycle>(
            touchpoints =>
            {
                touchpoints
                    .AddLifecycle<DamageLifecycle>()
                    .AddTemplates(templates)
                    .AddSegment("club")
                    .AddAddedValue("lens-care")
                    .AddAddedValue("lens-club", value => value.For("club"))
                    .AddAddedValue("lens-show", value => value.AtMost(2))
                    .AddAddedValue("lens-guide", value => value.As(Category.Service));
                touchpoints.Configure(options => options.Complaints.Add("damage"));
                UseStore(touchpoints);
            },
            at
        );

    private static Task AgreeAsync(
        TouchpointsTestHost host,
        ConsentDecision decision = ConsentDecision.Granted,
        CustomerId? customer = null
    ) =>
        host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = customer ?? "ana",
                Category = Category.Promotional,
                Decision = decision,
                Source = "form",
                By = "ana",
                At = host.Time.GetUtcNow(),
            }
        );

    private async Task RaiseAsync(TouchpointsTestHost host, params IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            await host.RaiseAsync(CameraLifecycle.Fact(name, $"{++facts}"));
        }
    }

    private static string[] Seen(TouchpointsTestHost host, string customer = "ana") =>
        [.. host.SentTo(customer).Select(message => BlockIn(message.Content.Text))];

    private static string BlockIn(string text) =>
        Blocks.FirstOrDefault(block => text.Contains($"Block {block}", StringComparison.Ordinal)) ?? "";

    /// <summary>What the journal says of each attempt of a rule's messages.</summary>
    private static async Task<string[]> WhysAsync(TouchpointsTestHost host, string rule) =>
        [
            .. (await host.Touchpoints.JournalAsync().ToListAsync())
                .Where(entry => entry.Outcome == JournalEntryOutcome.Sending && TouchpointId.Parse(entry.Name).Rule == rule)
                .Select(entry => $"{entry.Reason.Code} {Value(entry.Reason, "block") ?? Value(entry.Reason, "why")}"),
        ];

    private static string? Value(Reason reason, string name) => reason.Values.TryGetValue(name, out string? value) ? value : null;
}
