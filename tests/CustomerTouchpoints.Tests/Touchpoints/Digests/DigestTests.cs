using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Touchpoints.Digests.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>Messages of several journeys to one customer that leave as one.</summary>
public sealed class DigestTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task What_waits_of_a_customer_leaves_as_one_when_the_window_closes()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("packed", 1));
        await host.AdvanceAsync(TimeSpan.FromHours(5));
        await host.RaiseAsync(Fact("packed", 2));
        await host.RaiseAsync(Fact("packed", 3, customer: "bob"));
        Assert.That(host.Channel.Sent, Is.Empty);

        // Tuesday, 8:00 in the zone of the host, which is UTC.
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero));
        host.SentTo("ana").ShouldBe("daily");
        host.SentTo("bob").ShouldBe("parcel-packed");
        OutgoingMessage digest = host.Channel.Sent.Single(message => message.Customer == "ana");
        Assert.That(digest.Content.Text, Does.Contain("parcel-packed of 1. parcel-packed of 2."));
        Assert.That(digest.Touchpoint.ToString(), Is.EqualTo("customer:ana~daily~parcel/1:2~email"));
    }

    [Test]
    public async Task Each_item_says_where_it_went_and_the_digest_is_the_customers_own()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        TouchpointView[] before = await AllAsync(host);
        Assert.That(before.Select(view => view.Reason.Code), Is.All.EqualTo("in-digest").And.Exactly(2).Items);

        await host.AdvanceAsync(Day);
        TouchpointView[] after = await AllAsync(host);
        TouchpointView digest = after.Single(view => view.Journey is null);
        Assert.That((digest.Rule, digest.Template, digest.Status), Is.EqualTo(("daily", "daily", TouchpointStatus.Sent)));
        Assert.That(
            after.Where(view => view.Journey is not null).Select(view => $"{view.Status}: {view.Reason}"),
            Is.All.EqualTo($"Merged: it leaves in {digest.Id}").And.Exactly(2).Items
        );
        Assert.That(await SeatsAsync(host), Is.Zero);
    }

    [Test]
    public async Task What_ends_meanwhile_leaves_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(parcel => Fact("packed", parcel))]);
        await host.RaiseAsync(Fact("delivered", 2));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily");
        Assert.That(host.Channel.Sent.Last().Content.Text, Does.Contain("packed of 1. parcel-packed of 3."));
    }

    [Test]
    public async Task A_single_item_reads_like_a_single_message()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseAsync(Fact("delivered", 2));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "parcel-packed");
        Assert.That(host.Channel.Sent.Last().Touchpoint.ToString(), Is.EqualTo("parcel/1~parcel-packed~1~customer~email"));
    }

    [Test]
    public async Task A_newer_item_takes_the_place_of_the_same_and_an_urgent_one_leaves_at_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.RaiseAsync(Fact("scanned", 1, "s1"));
        await host.RaiseAsync(Fact("scanned", 1, "s2"));
        await host.RaiseAsync(Fact("scanned", 2, "s3"));
        await host.RaiseAsync(Fact("scanned", 2, "s4", data: """{"last":true}"""));
        host.SentTo("ana").ShouldBe("parcel-scanned");

        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-scanned", "daily");
        Assert.That(
            host.Channel.Sent.Last().Content.Text,
            Does.Contain("parcel-packed of 1. parcel-packed of 2. parcel-scanned of 1.").And.Not.Contain("scanned of 2")
        );
    }

    [Test]
    public async Task A_window_opens_with_its_first_item()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.RaiseAsync(Fact("note", 1, "n1"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(40));
        await host.RaiseAsync(Fact("note", 2, "n2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Is.Empty);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("hourly");

        await host.RaiseAsync(Fact("note", 2, "n3"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(59));
        host.SentTo("ana").ShouldBe("hourly");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("hourly", "parcel-note");
    }

    [Test]
    public async Task What_fails_for_now_is_tried_again_whole_and_what_ended_meanwhile_leaves_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(parcel => Fact("packed", parcel))]);
        host.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromMinutes(5)));
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
        await host.RaiseAsync(Fact("delivered", 2));
        await host.RaiseAsync(Fact("packed", 4));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily");
        Assert.That(
            host.Channel.Sent.Last().Content.Text,
            Does.Contain("packed of 1. parcel-packed of 3.").And.Not.Contain("of 2").And.Not.Contain("of 4")
        );
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("parcel-delivered", "daily", "parcel-packed");
    }

    [Test]
    public async Task What_may_have_left_goes_out_once_more_as_it_was()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero));
        await host.RaiseAsync(Fact("packed", 3));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        OutgoingMessage[] attempts = [.. host.Channel.Attempts];
        Assert.That(attempts, Has.Length.EqualTo(2));
        Assert.That(attempts[1].MessageId, Is.EqualTo(attempts[0].MessageId));
        Assert.That(attempts[1].MayBeRepeat);
        Assert.That(attempts[1].Content.Text, Is.EqualTo(attempts[0].Content.Text));
    }

    [Test]
    public async Task It_closes_by_the_customers_clock()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                TimeZone = "America/New_York",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            }
        );
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 5, 12, 59, 59, TimeSpan.Zero));
        Assert.That(host.Channel.Sent, Is.Empty);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.SentTo("ana").ShouldBe("daily");
    }

    [Test]
    public async Task What_exceeds_one_digest_makes_another()
    {
        await using TouchpointsTestHost host = await StartAsync(daily => daily.AtMost = 3);
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 7).Select(parcel => Fact("packed", parcel))]);
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily", "daily", "parcel-packed");
    }

    private static async Task<TouchpointsTestHost> StartAsync(Action<Digest>? configure = null) =>
        await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints =>
            touchpoints.Configure(options =>
            {
                var daily = new Digest { Name = "daily", At = new TimeOnly(8, 0) };
                configure?.Invoke(daily);
                options.Digests.Add(daily);
                options.Digests.Add(new Digest { Name = "hourly", Window = TimeSpan.FromHours(1) });
            })
        );

    private static async Task<TouchpointView[]> AllAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).ToArrayAsync();

    private static async Task<int> SeatsAsync(TouchpointsTestHost host) =>
        CustomerRows.ToSnapshot((await host.Store().FindCustomerAsync("ana", default))!).Digests.Waiting.Length;
}
