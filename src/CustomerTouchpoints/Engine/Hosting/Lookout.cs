namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Polls for the two loops that read, while they rest, and rings when there may be something. On a thread of its own: that a timer wakes
/// one of the pool, which then looks for more, costs several times as much as the look.
/// </summary>
internal sealed class Lookout(TouchpointsEngine engine, TimeSpan interval, CancellationToken stopping)
{
    /// <summary>Looks until it is to stop. It blocks.</summary>
    public void Run()
    {
        while (!stopping.WaitHandle.WaitOne(interval))
        {
            engine.Watch.Look();
            if ((engine.Writer.WorkLeft.IsAwaited || engine.Intake.Hinted.IsAwaited) && MayHaveWork())
            {
                engine.Writer.WorkLeft.SetIfAwaited();
                engine.Intake.Hinted.SetIfAwaited();
            }
        }
    }

    private bool MayHaveWork()
    {
        try
        {
            return engine.MayHaveWork();
        }
#pragma warning disable CA1031 // The loops find out for themselves what is wrong, and say so.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }
}
