using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerTouchpoints.Tests.Delivery.PostLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Rates of channels and providers: what waits for a token, and what leaves when there is one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly RecordingChannel channel = new();

    [Test]
    public async Task No_second_has_more_than_the_rate_allows_and_all_of_it_is_used()
    {
        await using TouchpointsTestHost host = await StartAsync(new SendRate(14, Second));
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 140).Select(i => Posted($"{i}"))]);
        Assert.That(channel.Sent.Count, Is.EqualTo(14));
        await host.AdvanceAsync(TimeSpan.FromSeconds(12));

        Assert.That(channel.Sent.Count, Is.EqualTo(140));
        DateTimeOffset[] sent = [.. channel.Sent.Select(message => message.At).Order()];
        Assert.That(MostWithin(sent, Second), Is.EqualTo(14));
        Assert.That(sent[^1] - sent[0], Is.LessThan(TimeSpan.FromSeconds(9.5)));
    }

    [Test]
    public async Task Of_several_rates_each_holds()
    {
        await using TouchpointsTestHost host = await StartAsync(
            new SendRate(3, Second),
            new SendRate(10, TimeSpan.FromMinutes(1)),
            new SendRate(25, TimeSpan.FromHours(1))
        );
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 30).Select(i => Posted($"{i}"))]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        int before = channel.Sent.Count;
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        DateTimeOffset[] sent = [.. channel.Sent.Select(message => message.At).Order()];
        Assert.That((before, sent.Length), Is.EqualTo((25, 30)));
        Assert.That(
            (MostWithin(sent, Second), MostWithin(sent, TimeSpan.FromMinutes(1)), MostWithin(sent, TimeSpan.FromHours(1))),
            Is.EqualTo((3, 10, 25))
        );
    }

    [Test]
    public async Task What_waits_for_longer_than_seconds_says_so_and_what_waits_for_seconds_does_not()
    {
        await using TouchpointsTestHost host = await StartAsync(new SendRate(1, Second));
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 30).Select(i => Posted($"{i:d2}"))]);

        await host.AdvanceAsync(TimeSpan.FromSeconds(2));
        string? soon = await host.Touchpoints.ExplainAsync(TouchpointId.Parse("post/04~post~1~customer~email"));
        string? late = await host.Touchpoints.ExplainAsync(TouchpointId.Parse("post/29~post~1~customer~email"));
        Assert.That(soon, Does.Not.Contain("sends at most"));
        Assert.That(late, Does.Contain("email sends at most 1 in 1 second: it waits for its turn").Or.Contain("email sends at most 1"));
        await host.AdvanceAsync(TimeSpan.FromSeconds(40));
        Assert.That(channel.Sent.Count, Is.EqualTo(30));
    }

    [Test]
    public async Task They_leave_by_age()
    {
        await using TouchpointsTestHost host = await StartAsync(new SendRate(2, Second));
        for (int i = 0; i < 40; i++)
        {
            await host.RaiseAsync(Posted($"{i:d2}"));
            host.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await host.AdvanceAsync(TimeSpan.FromSeconds(40));
        Assert.That(
            channel.Sent.Select(message => message.Touchpoint.Journey.Key),
            Is.EqualTo(Enumerable.Range(0, 40).Select(i => $"{i:d2}"))
        );
    }

    [Test]
    public async Task A_try_that_is_repeated_takes_a_token_again()
    {
        await using TouchpointsTestHost host = await StartAsync(new SendRate(2, TimeSpan.FromHours(1)));
        channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Posted("1"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await host.RaiseAsync(Posted("2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.That((channel.Attempts.Count, channel.Sent.Count), Is.EqualTo((2, 1)));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(channel.Sent.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_provider_has_a_rate_of_its_own_and_shares_that_of_its_identity()
    {
        var stratus = new RecordingChannel();
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<PostLifecycle>(touchpoints =>
            touchpoints.AddProviders(
                Channel.Email,
                providers =>
                    providers
                        .Add(
                            "nimbus",
                            _ => channel,
                            nimbus =>
                            {
                                nimbus.Weight = 1;
                                nimbus.Rates.Add(new SendRate(1, Second));
                                nimbus.Rates.Add(new SendRate(10, TimeSpan.FromMinutes(1)) { Identity = "news@shop.example" });
                            }
                        )
                        .Add(
                            "stratus",
                            _ => stratus,
                            stratus =>
                            {
                                stratus.Weight = 1;
                                stratus.Rates.Add(new SendRate(10, TimeSpan.FromMinutes(1)) { Identity = "news@shop.example" });
                            }
                        )
            )
        );
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 40).Select(i => Posted($"{i}"))]);
        int first = channel.Sent.Count;
        await host.AdvanceAsync(TimeSpan.FromSeconds(50));
        int minute = channel.Sent.Count + stratus.Sent.Count;
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.That((first, minute), Is.EqualTo((1, 10)));
        Assert.That(channel.Sent.Count + stratus.Sent.Count, Is.EqualTo(40));
        Assert.That(MostWithin([.. channel.Sent.Select(message => message.At).Order()], Second), Is.EqualTo(1));
    }

    [Test]
    public void Rates_are_read_from_configuration_and_checked_as_a_whole()
    {
        static ChannelOptions Read(params IEnumerable<(string Key, string Value)> pairs)
        {
            var services = new ServiceCollection();
            services.AddCustomerTouchpoints(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        pairs.Select(pair => KeyValuePair.Create<string, string?>($"Channels:email:{pair.Key}", pair.Value))
                    )
                    .Build(),
                touchpoints => touchpoints.AddChannel(Channel.Email, (_, _) => Task.FromResult(SendResult.Sent()))
            );
            using ServiceProvider provider = services.BuildServiceProvider();
            return provider.GetRequiredService<IOptionsMonitor<ChannelOptions>>().Get("email");
        }

        ChannelOptions read = Read(
            ("Rates:0:Most", "14"),
            ("Rates:0:Within", "00:00:01"),
            ("Rates:1:Most", "50000"),
            ("Rates:1:Within", "1.00:00:00"),
            ("Rates:1:Identity", "news@shop.example")
        );
        Assert.That(
            read.Rates.Select(rate => (rate.Most, rate.Within, rate.Identity)),
            Is.EqualTo([(14, Second, null), (50_000, TimeSpan.FromDays(1), "news@shop.example")])
        );
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() =>
            Read(("Rates:0:Most", "0"), ("Rates:1:Most", "1"), ("Rates:1:Within", "40.00:00:00"), ("Rates:1:Provider", "nimbus"))
        )!;
        Assert.That(
            string.Join('\n', refused.Failures),
            Does.Contain("0 messages can't be the most").And.Contain("40.00:00:00 is no span").And.Contain("no provider nimbus")
        );
    }

    private static int MostWithin(IReadOnlyList<DateTimeOffset> sent, TimeSpan span) =>
        sent.Max(first => sent.Count(one => one >= first && one < first + span));

    private Task<TouchpointsTestHost> StartAsync(params IReadOnlyList<SendRate> rates) =>
        TouchpointsTestHost.StartAsync<PostLifecycle>(touchpoints =>
            touchpoints.AddChannel(
                Channel.Email,
                _ => channel,
                options =>
                {
                    foreach (SendRate rate in rates)
                    {
                        options.Rates.Add(rate);
                    }
                }
            )
        );
}
