namespace CustomerTouchpoints.Surveying;

/// <summary>A purchase that is asked about three days after it has arrived, and at once where it was returned.</summary>
public sealed class Purchase() : Lifecycle("purchase", version: 1)
{
    public static readonly State Placed = new("placed");
    public static readonly State Arrived = new("arrived", kind: StateKind.Solved);
    public static readonly State Returned = new("returned", kind: StateKind.Solved);
    public static readonly State Over = new("over", kind: StateKind.Final);

    protected override void Define(LifecycleBuilder purchase)
    {
        purchase.Line(Placed.ReachedBy("placed"), Arrived.ReachedBy("arrived"));
        purchase.WhileOpen().On("returned").GoTo(Returned);
        purchase.While(Placed).For(TimeSpan.FromDays(20)).GoTo(Arrived);
        purchase.While(Arrived).On("lost").GoTo(Placed);
        purchase.While(Arrived).For(TimeSpan.FromDays(60)).GoTo(Over);
        purchase.OnEntering(Arrived).After(TimeSpan.FromDays(3)).Send("how-was-it").WithSurvey("delivery");
        purchase.OnEntering(Returned).Send("why-not").WithSurvey("return");
        purchase.OnEntering(Placed).Send("thanks");
    }
}
