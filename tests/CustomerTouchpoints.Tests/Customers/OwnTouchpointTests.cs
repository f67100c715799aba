using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Tests.Reading;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Customers;

/// <summary>A touchpoint that belongs to a customer and to no journey, in a host that can't decide about it yet.</summary>
public sealed class OwnTouchpointTests
{
    private static readonly TouchpointId News = TouchpointId.Of("ana", "weekly-news", "2026-01-05", Channel.Email);
    private static readonly TouchpointId Offers = TouchpointId.Of("ana", "offers", "2026-01-05", Channel.Sms);

    [Test]
    public async Task What_is_due_stays_as_it_is_and_keeps_no_host_busy()
    {
        await using TouchpointsTestHost host = await StartAsync();

        await host.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint.Journey), Has.All.EqualTo((JourneyId)"order/1"));
        IReadOnlyList<DueTouchpoint> due = await host.Store().ReadDueTouchpointsAsync(host.Time.GetUtcNow(), null, 10, default);
        Assert.That(due.Select(one => one.Touchpoint), Is.EqualTo([News]));
        Assert.That(host.Store().MayHaveWork(host.Time.GetUtcNow()), Is.False);
    }

    [Test]
    public async Task It_is_read_beside_those_of_journeys()
    {
        await using TouchpointsTestHost host = await StartAsync();

        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Touchpoints.Select(view => view.Id), Is.EquivalentTo([timeline.Touchpoints[0].Id, News, Offers]));
        TouchpointView view = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Rule = "weekly-news" }).SingleAsync();
        Assert.That((view.Id, view.Journey, view.Role, view.Customer), Is.EqualTo((News, default(JourneyId?), "", (CustomerId?)"ana")));
        string json = Answers.ThereAndBack(view);
        Assert.That(json, Does.Contain("\"Id\":\"customer:ana~weekly-news~2026-01-05~email\"").And.Contain("\"Journey\":null"));
        Assert.That(await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Journey = "order/1" }).CountAsync(), Is.EqualTo(1));
        Assert.That(await host.Touchpoints.ExplainAsync(News), Does.StartWith($"{News}: Planned, every Monday"));
        Assert.That(await host.Touchpoints.ExplainAsync(TouchpointId.Of("ben", "offers", "1", Channel.Sms)), Is.Null);
    }

    [Test]
    public async Task A_persons_decision_about_it_is_answered_and_changes_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync();

        ReviewResult answer = await host.Touchpoints.ReviewAsync(Offers, ReviewDecision.Discard, "too late", "bob");

        Assert.That((answer.Outcome, answer.Status), Is.EqualTo((ReviewOutcome.NotWaiting, (TouchpointStatus?)TouchpointStatus.InReview)));
        Assert.That(answer.Reason.ToString(), Does.StartWith("it belongs to a customer and to no journey"));
        Assert.That((await host.Store().FindTouchpointAsync(Offers, default))!.Status, Is.EqualTo(TouchpointStatus.InReview));
    }

    private static async Task<TouchpointsTestHost> StartAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "p", "order/1") with { Customer = "ana" });
        IStoreBatch batch = await host.Store().BeginAsync(new BatchKeys([], [], ["ana"]), default);
        await using (batch)
        {
            TouchpointRow news = Row(News, host.Time.GetUtcNow());
            TouchpointRow offers = Row(Offers, host.Time.GetUtcNow()) with { Order = 2, Status = TouchpointStatus.InReview };
            await batch.CommitAsync(new BatchWrites { NewTouchpoints = [news, offers] }, default);
        }

        return host;
    }

    private static TouchpointRow Row(TouchpointId id, DateTimeOffset at) =>
        new()
        {
            Id = id,
            PlannedBy = 1,
            Order = 1,
            Customer = id.Customer,
            Template = id.Rule,
            Category = Category.Promotional,
            Channel = id.Channel,
            Status = TouchpointStatus.Planned,
            Reason = "every Monday",
            PlannedAt = at,
            DueAt = at,
            ChangedAt = at,
            Attempts = 0,
            MayBeRepeated = false,
        };
}
