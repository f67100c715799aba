namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>Somebody who calls one host and waits for what comes of it.</summary>
internal abstract class Caller
{
    private static readonly AsyncLocal<Caller?> Admitting = new();

    private Task? call;
    private int waits;

    /// <summary>Whoever the current code runs for; null for the engine's own work.</summary>
    public static Caller? Current => Admitting.Value;

    /// <summary>Whether it has passed the door, so that the writer will take it.</summary>
    public bool IsAdmitted => waits == 0;

    /// <summary>The fault that the caller heard.</summary>
    public Exception? InjectedFault { get; private set; }

    public void Begin(ICustomerTouchpoints touchpoints)
    {
        Admitting.Value = this;
        call = CallAsync(touchpoints);
        Admitting.Value = null;
    }

    public void Enter() => waits++;

    public void Leave() => waits--;

    /// <summary>The caller hears what came of it.</summary>
    public void Hear(TimeSpan patience)
    {
        if (Task.WaitAny([call!], patience) < 0)
        {
            InjectedFault = new TimeoutException("the writer took it and never answered");
            return;
        }

        InjectedFault = call!.Exception?.GetBaseException();
    }

    protected abstract Task CallAsync(ICustomerTouchpoints touchpoints);
}
