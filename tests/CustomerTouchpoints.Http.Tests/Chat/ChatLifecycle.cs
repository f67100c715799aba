namespace CustomerTouchpoints.Http.Tests.Chat;

/// <summary>One fact, told to the customer's Slack and to the room.</summary>
internal sealed class ChatLifecycle() : Lifecycle("order", version: 1)
{
    protected override void Define(LifecycleBuilder order)
    {
        order.OpensWith("order.placed").GoTo(new State("placed"));
        order.On("order.placed").Send("order-placed").By("slack").AlsoBy("room");
    }
}
