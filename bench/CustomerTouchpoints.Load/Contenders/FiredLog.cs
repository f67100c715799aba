namespace CustomerTouchpoints.Load.Contenders;

/// <summary>When timers fired. Thread-safe.</summary>
internal sealed class FiredLog
{
    private readonly Lock guard = new();
    private readonly List<DateTimeOffset> instants = [];

    public int Count
    {
        get
        {
            lock (guard)
            {
                return instants.Count;
            }
        }
    }

    public void Add(int count)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        lock (guard)
        {
            for (int i = 0; i < count; i++)
            {
                instants.Add(now);
            }
        }
    }

    public DateTimeOffset[] All()
    {
        lock (guard)
        {
            return [.. instants];
        }
    }
}
