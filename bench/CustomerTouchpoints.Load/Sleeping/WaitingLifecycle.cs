using OrderStory.Shop;

namespace CustomerTouchpoints.Load.Sleeping;

/// <summary>
/// An order that nobody ships: it is told twice that it waits, of which one telling goes stale, and every day where it stands.
/// </summary>
internal sealed class WaitingLifecycle() : Lifecycle("order", version: 1)
{
    private static readonly State Recorded = new("recorded", says: "we have your order");

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(Recorded.ReachedBy<OrderPlaced>());
        order.OnEntering(Recorded).After(TimeSpan.FromHours(1)).Send("order-recorded").Named("stale").StaleAfter(TimeSpan.FromDays(1));
        order.OnEntering(Recorded).After(TimeSpan.FromDays(1)).Send("order-recorded").Named("fresh").StaleAfter(TimeSpan.FromDays(30));
        order.While(Recorded).EveryDayAt(new TimeOnly(9, 0)).Send("order-recorded").Named("daily").AtMost(30);
    }
}
