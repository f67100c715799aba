using CustomerTouchpoints.Events;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>One report of a fact to one host.</summary>
internal sealed class Delivery(FeedItem item)
{
    private static readonly AsyncLocal<Delivery?> Admitting = new();

    private Task<RaiseResult>? raising;
    private int waits;

    /// <summary>The delivery on whose behalf the current code runs; null for the engine's own work.</summary>
    public static Delivery? Current => Admitting.Value;

    public FeedItem Item { get; } = item;

    /// <summary>Whether it has passed the door, so that the writer will take it.</summary>
    public bool IsAdmitted => waits == 0;

    /// <summary>What the caller heard; null when it heard a fault, or nothing.</summary>
    public RaiseResult? Result { get; private set; }

    /// <summary>The fault that the caller heard.</summary>
    public Exception? Fault { get; private set; }

    public void Begin(ICustomerTouchpoints touchpoints)
    {
        Admitting.Value = this;
        raising = touchpoints.RaiseAsync(Item.Event);
        Admitting.Value = null;
    }

    public void Enter() => waits++;

    public void Leave() => waits--;

    /// <summary>The caller hears what came of it.</summary>
    public void Hear(TimeSpan patience)
    {
        if (Task.WaitAny([raising!], patience) < 0)
        {
            Fault = new TimeoutException("the writer took it and never answered");
            return;
        }

        Result = raising!.IsCompletedSuccessfully ? raising.Result : null;
        Fault = raising.Exception?.GetBaseException();
    }
}
