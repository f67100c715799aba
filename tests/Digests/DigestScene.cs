using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Digesting.ParcelLifecycle;

namespace CustomerTouchpoints.Digesting;

/// <summary>Digests whose hosts go and come. Each store runs it.</summary>
public abstract class DigestScene
{
    private static readonly DateTimeOffset TuesdayAt8 = new(2026, 1, 6, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [Test]
    public async Task What_waits_leaves_as_one_after_a_restart()
    {
        await using (TouchpointsTestHost first = await StartOnAsync(null))
        {
            await first.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2), Fact("packed", 3));
            await first.RaiseAsync(Fact("delivered", 3));
        }

        await using TouchpointsTestHost host = await StartOnAsync(TuesdayAt8.AddMinutes(-1));
        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(host.Channel.Sent.Single().Content.Text, Does.Contain("parcel-packed of 1. parcel-packed of 2."));
        await ShouldHaveTakenAsync(host, TouchpointStatus.Sent, 2);
    }

    [Test]
    public async Task A_digest_whose_host_died_is_unknown_and_goes_out_once_more_as_it_was()
    {
        TouchpointId digest;
        await using (TouchpointsTestHost first = await StartOnAsync(null))
        {
            await first.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
            TouchpointsEngine engine = first.Services.GetRequiredService<TouchpointsEngine>();
            first.Time.MoveTo(TuesdayAt8);
            while ((await DigestsAsync(first)).Length == 0)
            {
                Assert.That(await engine.StepAsync());
            }

            digest = (await DigestsAsync(first)).Single().Id;
            await ShouldHaveTakenAsync(first, TouchpointStatus.Sending, 2);
            Assert.That(first.Channel.Attempts, Is.Empty);
        }

        await using TouchpointsTestHost host = await StartOnAsync(TuesdayAt8.AddSeconds(1));
        await host.RaiseAsync(Fact("packed", 3));
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        OutgoingMessage again = host.Channel.Sent.Single();
        Assert.That((again.Touchpoint, again.MayBeRepeat, again.Attempt), Is.EqualTo((digest, true, 2)));
        Assert.That(again.Content.Text, Does.Contain("parcel-packed of 1. parcel-packed of 2.").And.Not.Contain("of 3"));
        await ShouldHaveTakenAsync(host, TouchpointStatus.Sent, 2);

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.SentTo("ana").ShouldBe("daily", "parcel-packed");
    }

    [Test]
    public async Task What_ended_while_a_digest_was_tried_again_leaves_it_after_a_restart()
    {
        await using (TouchpointsTestHost first = await StartOnAsync(null))
        {
            await first.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2), Fact("packed", 3));
            first.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromMinutes(5)));
            await first.AdvanceToAsync(TuesdayAt8);
            await first.RaiseAsync(Fact("delivered", 1));
        }

        await using TouchpointsTestHost host = await StartOnAsync(TuesdayAt8.AddMinutes(1));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe("daily", "parcel-delivered");
        Assert.That(host.Channel.Sent.First().Content.Text, Is.EqualTo("parcel-packed of 2. parcel-packed of 3.\n"));
    }

    [Test]
    public async Task A_digest_of_somebody_who_turns_out_to_be_another_goes_on_under_its_id()
    {
        await using TouchpointsTestHost host = await StartOnAsync(null);
        await host.RaiseTogetherAsync(Fact("packed", 1, customer: "anna"), Fact("packed", 2, customer: "anna"));
        host.Channel.AnswerWith(SendResult.TemporaryFailure("later", TimeSpan.FromHours(1)));
        await host.AdvanceToAsync(TuesdayAt8);
        ICustomerIdentity identity = host.Services.GetRequiredService<ICustomerIdentity>();
        await host.CompleteAsync(identity.MergeCustomersAsync("anna", "ana", "desk"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.SentTo("ana").ShouldBe("daily");
        Assert.That(host.Channel.Sent.Single().Touchpoint.Customer, Is.EqualTo(new CustomerId("anna")));
        Assert.That((await DigestsAsync(host)).Single().Status, Is.EqualTo(TouchpointStatus.Sent));
    }

    [Test]
    public async Task Receipts_of_a_digest_are_its_own()
    {
        await using TouchpointsTestHost host = await StartOnAsync(null);
        await host.RaiseTogetherAsync(Fact("packed", 1), Fact("packed", 2));
        host.Channel.AnswerWith(SendResult.Sent("ses-1"));
        await host.AdvanceToAsync(TuesdayAt8);
        var bounce = new Receipt
        {
            Kind = ReceiptKind.HardBounced,
            Channel = Channel.Email,
            Reference = "ses-1",
        };
        await host.CompleteAsync(host.Touchpoints.ReportReceiptAsync(bounce));
        TouchpointView digest = (await DigestsAsync(host)).Single();
        Assert.That((digest.Status, digest.Receipts.Single().Kind), Is.EqualTo((TouchpointStatus.Failed, ReceiptKind.HardBounced)));

        ICustomerIdentity identity = host.Services.GetRequiredService<ICustomerIdentity>();
        await host.CompleteAsync(identity.EraseAsync("ana", "desk", "asked for"));
        ReceiptResult gone = await host.CompleteAsync(host.Touchpoints.ReportReceiptAsync(bounce));
        Assert.That(gone.Outcome, Is.EqualTo(ReceiptOutcome.NotFound));
    }

    private Task<TouchpointsTestHost> StartOnAsync(DateTimeOffset? startAt) =>
        ParcelLifecycle.StartAsync(build: UseStore, startAt: startAt);

    private static async Task<TouchpointView[]> DigestsAsync(TouchpointsTestHost host) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).Where(view => view.Journey is null).ToArrayAsync();

    private static async Task ShouldHaveTakenAsync(TouchpointsTestHost host, TouchpointStatus status, int items)
    {
        TouchpointView digest = (await DigestsAsync(host)).Single();
        Assert.That(digest.Status, Is.EqualTo(status));
        TouchpointView[] taken = await host
            .Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" })
            .Where(view => view.Reason.ToString() == $"it leaves in {digest.Id}")
            .ToArrayAsync();
        Assert.That(taken.Select(view => view.Status), Is.All.EqualTo(TouchpointStatus.Merged).And.Exactly(items).Items);
    }
}
