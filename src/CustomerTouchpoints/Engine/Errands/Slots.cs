namespace CustomerTouchpoints.Engine.Errands;

/// <summary>
/// The slots of one pool. So many errands may be claimed as the pool asks for at least, and while more than that are wanted, as many more
/// ahead as begin without delay: a fast sender never waits for the next commit, and a slow one holds next to nothing that could still
/// change.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Slots
{
    /// <summary>What begins within this time after its claim shows that more could be claimed ahead.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(100);

    /// <summary>What begins only after this time was claimed too early.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private const int MostAhead = 512;

    private readonly Lock gate = new();
    private readonly int least;
    private readonly TimeProvider stopwatch;
    private int room;
    private int taken;
    private long movedAt;
    private bool isWanted;

    /// <param name="least">How many there are at least.</param>
    /// <param name="stopwatch">Measures for how long none comes free.</param>
    public Slots(int least, TimeProvider stopwatch)
    {
        this.least = room = least;
        this.stopwatch = stopwatch;
    }

    /// <summary>How many are taken, and how many free.</summary>
    public (int Used, int Free) Count
    {
        get
        {
            lock (gate)
            {
                return (taken, Math.Max(0, room - taken));
            }
        }
    }

    /// <summary>For how long all have been taken and none has come free; null while one is free.</summary>
    public TimeSpan? FullFor
    {
        get
        {
            lock (gate)
            {
                return taken >= room ? stopwatch.GetElapsedTime(movedAt) : null;
            }
        }
    }

    /// <summary>Takes a slot, unless all are taken.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            if (taken >= room)
            {
                isWanted = true;
                return false;
            }

            taken++;
            movedAt = stopwatch.GetTimestamp();
            return true;
        }
    }

    /// <summary>Learns from how long an errand waited between its claim and its beginning.</summary>
    public void Begun(TimeSpan waited)
    {
        lock (gate)
        {
            room =
                waited > Late ? Math.Max(least, room / 2)
                : waited < Prompt && isWanted ? Math.Min(room + 1 + (room / 16), least + MostAhead)
                : room;
        }
    }

    /// <summary>
    /// Gives a slot back. Returns true when somebody went away without one and half of them are free again: looking for what waits is
    /// worth it for several messages, not for each.
    /// </summary>
    public bool Release()
    {
        lock (gate)
        {
            taken--;
            movedAt = stopwatch.GetTimestamp();
            if (!isWanted || taken * 2 > room)
            {
                return false;
            }

            isWanted = false;
            return true;
        }
    }
}
