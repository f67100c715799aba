using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Identity;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Digesting.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>Whose a digest is: exported, merged and erased with its customer.</summary>
public sealed class DigestCustomerTests
{
    private static readonly DateTimeOffset TuesdayAt8 = new(2026, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, CustomerId> Giver = new() { ["giver"] = "bob" };

    [Test]
    public async Task What_is_exported_of_a_customer_has_their_digests()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        await host.AdvanceAsync(Day);
        using var file = new MemoryStream();
        await host.Identity().ExportAsync("ana", file);
        Assert.That(
            System.Text.Encoding.UTF8.GetString(file.ToArray()),
            Does.Contain("\"name\": \"customer:ana~daily~parcel/1:3~email\"").Or.Contain("\"name\":\"customer:ana~daily~parcel/1:3~email\"")
        );
    }

    [Test]
    public async Task Customers_who_turn_out_to_be_one_get_one()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2, customer: "anna"));
        await host.MergeAsync("anna", "ana");
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(1));
        await host.ShouldReplayAsync("parcel/1");
        await host.ShouldReplayAsync("parcel/2");
    }

    [Test]
    public async Task A_digest_of_somebody_who_turns_out_to_be_another_goes_on_under_its_id()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1, customer: "anna"), Fact("packed", 2, customer: "anna"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromHours(1)));
        await host.AdvanceToAsync(TuesdayAt8);
        await host.MergeAsync("anna", "ana");
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(host.Channel.Sent.Single().Touchpoint.Customer, Is.EqualTo(new CustomerId("anna")));
    }

    [Test]
    public async Task Nothing_is_left_of_who_was_erased_in_digests_of_others([Values] bool isUnfinished)
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(
            Fact("packed", 1),
            Fact("packed", 2, data: """{"from":"canary-name"}""") with
            {
                Parties = Giver,
            },
            Fact("packed", 3)
        );
        if (isUnfinished)
        {
            host.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromHours(1)));
        }

        await host.AdvanceToAsync(TuesdayAt8);
        Assert.That(await host.StoredAsync("parcel/1", "ana"), Does.Contain("canary"), "or nothing is tested");
        await host.EraseAsync("bob");
        foreach (string parcel in (string[])["parcel/1", "parcel/2", "parcel/3"])
        {
            Assert.That(await host.StoredAsync(parcel, "ana", "bob"), Does.Not.Contain("canary"));
            await host.ShouldReplayAsync(parcel);
        }

        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(host.Channel.Sent.Single().Content.Text.Contains("of 2", StringComparison.Ordinal), Is.Not.EqualTo(isUnfinished));
    }

    [Test]
    public async Task Nothing_is_left_of_the_digests_of_who_was_erased()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseTogetherAsync(Fact("packed", 1, data: """{"from":"canary-name"}"""), Fact("packed", 2));
        host.Channel.AnswerWith(SendResult.PermanentFailure("no canary-box"));
        await host.AdvanceToAsync(TuesdayAt8);
        TouchpointView digest = (await AllAsync(host)).Single(view => view.Journey is null);
        Assert.That(digest.Reason.ToString(), Does.Contain("canary"), "or nothing is tested");
        await host.EraseAsync("ana");
        Assert.That((await host.Store().FindTouchpointAsync(digest.Id, default))!.Reason, Does.Not.Contain("canary"));
        Assert.That(await host.StoredAsync("parcel/1", "ana") + await host.StoredAsync("parcel/2"), Does.Not.Contain("canary"));
    }

    private static async Task<TouchpointView[]> AllAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).ToArrayAsync();
}
