using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerTouchpoints.Tests.Touchpoints.QuietHours.NightLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.QuietHours;

/// <summary>What is held while it is quiet where the customer lives, and what is not.</summary>
public sealed class QuietHoursTests
{
    private static readonly DateTimeOffset Evening = new(2026, 1, 5, 21, 30, 0, TimeSpan.Zero);

    [Test]
    public async Task What_rings_and_what_is_promotional_waits_for_the_morning_and_the_rest_leaves()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("shipped", "1"));
        await host.RaiseAsync(Fact("offer", "2"));
        host.SentTo("ana").ShouldBe("shipped-mail");
        Assert.That(await WhyAsync(host, "shipped"), Does.StartWith("it is quiet where the customer lives, until 2026-01-06 08:0"));

        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 7, 59, 59, TimeSpan.Zero));
        host.SentTo("ana").ShouldBe("shipped-mail");
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 8, 10, 0, TimeSpan.Zero));
        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint.Rule), Is.EquivalentTo(["shipped-mail", "shipped", "offer"]));
    }

    [Test]
    public async Task It_is_the_customers_clock_that_counts()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(Living("America/New_York"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RaiseAsync(Fact("shipped", "1"));
        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint.Rule), Does.Contain("shipped"));

        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.Zero));
        await host.RaiseAsync(Fact("shipped", "2"));
        Assert.That(await WhyAsync(host, "shipped"), Does.Contain("until 2026-01-06 13:0"));
    }

    [Test]
    public async Task What_is_urgent_leaves_and_the_journal_says_so()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("alarm", "1"));
        host.SentTo("ana").ShouldBe("alarm");
        Assert.That(
            await host.Touchpoints.JournalAsync().Select(entry => entry.Reason.ToString()).ToListAsync(),
            Does.Contain("attempt 1 by sms, though it is quiet: its rule lets it go at any hour")
        );
    }

    [Test]
    public async Task Who_has_just_written_or_waits_for_an_answer_is_awake_and_gets_no_offers_all_the_same()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("asked", "1"));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.RaiseAsync(Fact("shipped", "2"));
        await host.RaiseAsync(Fact("offer", "3"));
        host.SentTo("ana").ShouldBe("shipped", "shipped-mail");

        await host.RaiseAsync(Fact("answered", "4"));
        await host.RaiseAsync(Fact("shipped", "5"));
        host.SentTo("ana").ShouldBe("shipped", "shipped-mail", "shipped-mail");

        await host.RaiseAsync(Fact("asked", "6"));
        await host.RaiseAsync(Fact("answered", "7"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(30));
        await host.RaiseAsync(Fact("shipped", "8"));
        Assert.That(host.SentTo("ana").Count(message => message.Touchpoint.Rule == "shipped"), Is.EqualTo(2));

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.RaiseAsync(Fact("shipped", "9"));
        Assert.That(host.SentTo("ana").Count(message => message.Touchpoint.Rule == "shipped"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_channel_rings_as_the_host_says()
    {
        await using TouchpointsTestHost host = await StartAsync(touchpoints =>
        {
            touchpoints.ConfigureChannel(Channel.Sms, channel => channel.Rings = false);
            touchpoints.ConfigureChannel(Channel.Email, channel => channel.Rings = true);
        });
        await host.RaiseAsync(Fact("shipped", "1"));
        host.SentTo("ana").ShouldBe("shipped");
    }

    [Test]
    public async Task A_weekend_is_quiet_where_the_calendar_says_so_and_what_is_stale_after_it_is_skipped()
    {
        await using TouchpointsTestHost host = await StartAsync(
            touchpoints =>
                touchpoints.Configure(options =>
                {
                    (options.QuietHours.From, options.QuietHours.To) = (null, null);
                    options.QuietHours.Awake = BusinessCalendar
                        .In("Asia/Tokyo")
                        .OpenWeekdays(new TimeOnly(9, 0), new TimeOnly(18, 0))
                        .Holiday(new DateOnly(2026, 1, 12))
                        .Build();
                }),
            new DateTimeOffset(2026, 1, 9, 18, 0, 0, TimeSpan.Zero)
        );
        await host.RaiseAsync(Fact("shipped", "1"));
        await host.RaiseAsync(Fact("offer", "2"));
        Assert.That(await WhyAsync(host, "shipped"), Does.Contain("until 2026-01-13 09:0"));

        // What is stale by then is skipped, and not sent at night instead.
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 13, 9, 10, 0, TimeSpan.Zero));
        host.SentTo("ana").ShouldBe("shipped-mail", "shipped");
    }

    [TestCase("22:00", null, "belong together")]
    [TestCase("22:00", "22:00", "are both 22:00")]
    [TestCase("22:00:00.5", "08:00", "whole seconds")]
    public void Hours_that_cant_be_meant_are_refused_at_the_start(string from, string? to, string fault) =>
        Assert.That(
            () =>
                StartAsync(touchpoints =>
                    touchpoints.Configure(options =>
                        (options.QuietHours.From, options.QuietHours.To) = (
                            TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
                            to is null ? null : TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                ),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(fault)
        );

    private static Customer Living(string? zone, string culture = "en") =>
        new()
        {
            Id = "ana",
            Culture = culture,
            TimeZone = zone,
            WantsPromotions = true,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example", [Channel.Sms] = "+390612345" },
        };

    private static async Task<TouchpointsTestHost> StartAsync(Action<TouchpointsBuilder>? configure = null, DateTimeOffset? startAt = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<NightLifecycle>(
            touchpoints =>
            {
                touchpoints.Configure(options =>
                    (options.QuietHours.From, options.QuietHours.To) = (new TimeOnly(21, 0), new TimeOnly(8, 0))
                );
                configure?.Invoke(touchpoints);
            },
            startAt ?? Evening
        );
        host.Directory.Describe(Living("Etc/UTC"));
        await host.RaiseAsync(Fact("begun", "0"));
        return host;
    }

    private static async Task<string> WhyAsync(TouchpointsTestHost host, string rule)
    {
        TouchpointView held = await host
            .Touchpoints.TouchpointsAsync(new TouchpointQuery())
            .LastAsync(touchpoint => touchpoint.Rule == rule && touchpoint.Status == TouchpointStatus.Held);
        return held.Reason.ToString();
    }
}
