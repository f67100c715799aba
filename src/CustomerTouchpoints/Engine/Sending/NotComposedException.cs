namespace CustomerTouchpoints.Engine.Sending;

/// <summary>There is no message to hand to a sender, and why.</summary>
internal sealed class NotComposedException(Reason reason, Exception? cause = null) : Exception(reason.ToString(), cause)
{
    public Reason Reason { get; } = reason;
}
